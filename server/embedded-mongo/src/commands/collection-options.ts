import type { Document } from 'bson';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { DocumentValidator } from '../storage/document-validator.ts';
import { documentField, refuseUnknown } from './command.ts';
import { isSameKey } from './index-spec.ts';
import { timeSeriesOptions } from './time-series-options.ts';

/** Options of `create` that change nothing here. */
const HARMLESS = ['autoIndexId', 'idIndex', 'storageEngine', 'indexOptionDefaults', 'flags'];
/** Options that would change what the collection is. */
const REFUSED = ['encryptedFields'];
const ACCEPTED = [
  'capped',
  'size',
  'max',
  'timeseries',
  'clusteredIndex',
  'expireAfterSeconds',
  'validator',
  'validationLevel',
  'validationAction',
  'changeStreamPreAndPostImages',
];

/** The fields of `create` that describe a collection. */
export const COLLECTION_FIELDS = [...HARMLESS, ...REFUSED, ...ACCEPTED];

/**
 * The options of a new collection as they are stored and listed.
 *
 * @throws MongoError for options that are malformed or not offered
 */
export function collectionOptions(command: Document): Document {
  const refused = REFUSED.find((option) => command[option] !== undefined && command[option] !== false && !isEmpty(command[option]));
  if (refused) throw new MongoError(238, `create with '${refused}' is not supported by the embedded store`);
  const kind = { ...cappedOptions(command), ...timeSeriesOptions(command), ...clusteredOptions(command) };
  return { ...kind, ...expiryOptions(command, kind), ...changeStreamOptions(command), ...validationOptions(command) };
}

function isEmpty(value: unknown): boolean {
  const document = asDocument(value);
  return document !== undefined && Object.keys(document).length === 0;
}

/** MongoDB rounds the size of a capped collection up to so many bytes. */
const CAP_UNIT = 256;

function cappedOptions({ capped, size, max }: Document): Document {
  if (capped !== true && !toNumber(capped)) {
    if (size === undefined && max === undefined) return {};
    throw new MongoError(72, "the 'capped' field needs to be true when either the 'size' or 'max' fields are present");
  }
  const bytes = toNumber(size);
  if (bytes === undefined) throw new MongoError(72, "the 'size' field is required when 'capped' is true");
  if (!(bytes > 0)) throw new MongoError(51024, `BSON field 'size' value must be >= 1, actual value '${bytes}'`);
  const most = toNumber(max);
  return { capped: true, size: Math.ceil(bytes / CAP_UNIT) * CAP_UNIT, ...(most && most > 0 ? { max: Math.trunc(most) } : {}) };
}

/** Documents are kept by their `_id` as it is: such an index only bears its own name. */
function clusteredOptions({ clusteredIndex, capped }: Document): Document {
  if (clusteredIndex === undefined) return {};
  const index = asDocument(clusteredIndex);
  if (!index) throw new MongoError(14, "BSON field 'create.clusteredIndex' is the wrong type, expected type 'object'");
  refuseUnknown(index, ['v', 'key', 'name', 'unique'], 'create.clusteredIndex');
  if (capped) throw new MongoError(72, "'capped' and 'clusteredIndex' cannot both be specified");
  if (!isSameKey(index.key, { _id: 1 })) throw new MongoError(197, 'The clusteredIndex option supports only {_id: 1} as index key');
  if (index.unique !== true) throw new MongoError(197, 'The clusteredIndex option requires unique: true to be specified');
  return { clusteredIndex: { v: 2, key: { _id: 1 }, name: index.name ?? '_id_', unique: true } };
}

/** What change streams would show of documents; a standalone server has none, and keeps the wish. */
export function changeStreamOptions({ changeStreamPreAndPostImages: images }: Document): Document {
  if (images === undefined) return {};
  if (typeof asDocument(images)?.enabled !== 'boolean')
    throw new MongoError(40414, "BSON field 'changeStreamPreAndPostImages.enabled' is missing but a required field");
  return { changeStreamPreAndPostImages: { enabled: images.enabled } };
}

function expiryOptions({ expireAfterSeconds }: Document, kind: Document): Document {
  if (expireAfterSeconds === undefined || expireAfterSeconds === 'off') return {};
  if (!kind.timeseries && !kind.clusteredIndex)
    throw new MongoError(
      72,
      "'expireAfterSeconds' is only supported on time-series collections or when the 'clusteredIndex' option is specified",
    );
  const seconds = toNumber(expireAfterSeconds);
  if (seconds === undefined || !(seconds >= 0) || seconds > 0x7fffffff)
    throw new MongoError(72, `'expireAfterSeconds' must be within the range 0 to ${0x7fffffff}`);
  return { expireAfterSeconds: seconds };
}

const LEVELS = ['off', 'strict', 'moderate'];
const ACTIONS = ['error', 'warn'];

/**
 * The rule a command states for the documents of a collection, as it is stored and listed.
 *
 * @throws MongoError for a rule that is no filter, 2 for an unknown level or action
 */
export function validationOptions(command: Document): Document {
  const options: Document = {};
  const validator = documentField(command, 'validator');
  if (validator) options.validator = validator;
  for (const [field, known] of [
    ['validationLevel', LEVELS],
    ['validationAction', ACTIONS],
  ] as const) {
    const value = command[field];
    if (value === undefined && !validator) continue;
    options[field] = value ?? known[field === 'validationLevel' ? 1 : 0];
    if (!known.includes(options[field]))
      throw new MongoError(2, `Enumeration value '${String(value)}' for field '${field}' is not a valid value.`);
  }
  if (validator) new DocumentValidator(validator, options.validationLevel);
  return options;
}
