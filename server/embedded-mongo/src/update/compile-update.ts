import type { Document } from 'bson';
import { compileUpdatePipeline } from '../aggregation/update-pipeline.ts';
import { documentFrom, fieldEntries, fieldNames } from '../bson/field-order.ts';
import { shown } from '../bson/shown.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { compareValues } from '../order/order-key.ts';
import { compileMatchedPosition } from '../query/matched-position.ts';
import { applyOperators, dollarPrefixed } from './apply-operators.ts';
import { nextTimestamp } from './date-operator.ts';
import { parseOperators } from './parse-operators.ts';
import { compileArrayFilters } from './positions.ts';
import { isSame } from './splice.ts';

/** What an update statement is made of. */
export interface UpdateRequest {
  query: Document;
  update: unknown;
  arrayFilters?: unknown;
  multi?: boolean;
  variables?: Document | undefined;
  collation?: Collation | undefined;
}

/** An update ready to be applied to documents. */
export interface Updater {
  /** The whole document is replaced. */
  readonly replaces: boolean;
  /**
   * Gives the updated form of a document; it may change and keep the one it is given.
   *
   * @param inserting the document is being made by an upsert
   */
  apply(document: Document, inserting: boolean): Document;
}

/**
 * Compiles an update: operators, a pipeline or a replacement.
 *
 * @throws MongoError 9 or 2 when it is malformed, and the codes of the operators
 */
export function compileUpdate(request: UpdateRequest): Updater {
  const { query, update, multi, variables, collation } = request;
  const filters = compileArrayFilters(request.arrayFilters, collation);
  if (Array.isArray(update)) {
    if (filters.size > 0) throw new MongoError(9, 'arrayFilters may not be specified for pipeline-style updates');
    return guardId('pipeline', compileUpdatePipeline(update, variables));
  }
  if (!isDocument(update)) throw new MongoError(9, 'Update argument must be either an object or an array');
  if (isReplacement(update)) {
    if (multi) throw new MongoError(9, 'multi update is not supported for replacement-style update');
    if (filters.size > 0) throw new MongoError(9, 'arrayFilters may not be specified for replacement-style updates');
    return guardId('replacement', compileReplacement(update));
  }
  const steps = parseOperators(update, filters, collation);
  const positional = steps.some(({ path }) => path.includes('$'));
  const matchedPosition = positional ? compileMatchedPosition(query, variables) : () => undefined;
  return guardId('operators', (document, inserting) => {
    applyOperators(document, steps, { matchedPosition, arrayFilters: filters }, inserting);
    return document;
  });
}

/** The first name decides; one that begins with a dollar further on is refused by what the first has decided. */
function isReplacement(update: Document): boolean {
  return !fieldNames(update)[0]?.startsWith('$');
}

function compileReplacement(update: Document): Updater['apply'] {
  const dollar = fieldNames(update).find((name) => name.startsWith('$'));
  return (document, inserting) => {
    if (dollar !== undefined && !inserting) throw dollarPrefixed(dollar);
    const id = update._id === undefined ? document._id : update._id;
    const fields = fieldEntries(update).filter(([name]) => name !== '_id');
    return documentFrom([
      ...(id === undefined ? [] : [['_id', id] as const]),
      ...fields.map(([name, value]) => [name, stamped(value)] as const),
    ]);
  };
}

/** An empty timestamp at the top of a document stands for now. */
function stamped(value: unknown): unknown {
  return (value as Document | null)?._bsontype === 'Timestamp' && (value as { toBigInt(): bigint }).toBigInt() === 0n
    ? nextTimestamp()
    : value;
}

/** No update may change `_id` once a document has one; a replacement may give it an equal number of another type. */
function guardId(style: 'operators' | 'pipeline' | 'replacement', apply: Updater['apply']): Updater {
  const isKept = style === 'operators' ? isSame : (a: unknown, b: unknown) => a !== undefined && compareValues(a, b) === 0;
  return {
    replaces: style === 'replacement',
    apply(document, inserting) {
      const id = document._id;
      const updated = apply(document, inserting);
      if (id === undefined || isKept(updated._id, id)) return updated;
      if (updated._id === undefined && style === 'pipeline') return documentFrom([['_id', id], ...fieldEntries(updated)]);
      if (style === 'operators') throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
      const found = `the (immutable) field '_id' was found to have been altered to _id: ${shown(updated._id)}`;
      throw new MongoError(66, `After applying the update, ${found}`);
    },
  };
}
