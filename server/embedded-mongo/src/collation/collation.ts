import type { Document } from 'bson';
import { isDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { collatorFor } from './collator.ts';

/** How strings compare when it is not by their bytes. */
export interface Collation {
  /** All its settings, as they are listed. */
  readonly spec: Document;
  compare(a: string, b: string): number;
}

interface Setting {
  default: unknown;
  accepts(value: unknown): boolean;
}

const flag = (byDefault: boolean): Setting => ({ default: byDefault, accepts: (value) => typeof value === 'boolean' });
const oneOf = (...values: unknown[]): Setting => ({ default: values[0], accepts: (value) => values.includes(value) });

/** In the order in which MongoDB lists them. */
const SETTINGS: Record<string, Setting> = {
  caseLevel: flag(false),
  caseFirst: oneOf('off', 'upper', 'lower'),
  strength: oneOf(3, 1, 2, 4, 5),
  numericOrdering: flag(false),
  alternate: oneOf('non-ignorable', 'shifted'),
  maxVariable: oneOf('punct', 'space'),
  normalization: flag(false),
  backwards: flag(false),
};
/** Of the library the rules are from; MongoDB has the same in each of its versions. */
const VERSION = '57.1';

/**
 * Reads a collation; `undefined` for the simple one, by bytes.
 *
 * @throws MongoError 2, 14, 40414 or 40415 for what is malformed, 238 for what the rules at hand cannot do
 */
export function parseCollation(given: unknown): Collation | undefined {
  if (given === undefined || given === null) return undefined;
  if (!isDocument(given)) throw new MongoError(14, "BSON field 'collation' is the wrong type, expected type 'object'");
  const names = Object.keys(given);
  if (names.length === 0) return undefined;
  const { locale, version: _, ...settings } = given;
  if (locale === undefined) throw new MongoError(40414, "BSON field 'collation.locale' is missing but a required field");
  if (typeof locale !== 'string') throw new MongoError(14, "BSON field 'collation.locale' is the wrong type, expected type 'string'");
  if (locale === 'simple') {
    if (names.length > 1)
      throw new MongoError(2, `If 'locale' is 'simple', no other fields should be present in: ${JSON.stringify(names)}`);
    return undefined;
  }
  const spec: Document = { locale, ...checkedSettings(settings), version: VERSION };
  return { spec, compare: collatorFor(spec, settings) };
}

function checkedSettings(given: Document): Document {
  const unknown = Object.keys(given).find((name) => !(name in SETTINGS));
  if (unknown) throw new MongoError(40415, `BSON field 'collation.${unknown}' is an unknown field.`);
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([name, setting]) => {
      const value = name === 'strength' ? (toNumber(given[name]) ?? given[name]) : given[name];
      if (value !== undefined && !setting.accepts(value))
        throw new MongoError(2, `Enumeration value '${String(value)}' for field 'collation.${name}' is not a valid value.`);
      return [name, value ?? setting.default];
    }),
  );
}

/**
 * The collation a command compares by: its own, or else that of its collection.
 *
 * @throws MongoError as `parseCollation`
 */
export function collationOf(command: Document, collection: { collation: Collation | undefined } | undefined): Collation | undefined {
  return command.collation === undefined || isEmpty(command.collation) ? collection?.collation : parseCollation(command.collation);
}

function isEmpty(value: unknown): boolean {
  return isDocument(value) && Object.keys(value).length === 0;
}
