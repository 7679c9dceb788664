import type { Document } from 'bson';
import { asDocument, toNumber } from '../bson-codec.ts';
import { type Collation, parseCollation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { compileFilter } from '../query/filter.ts';
import type { IndexState } from '../storage/index-state.ts';

const KNOWN = new Set([
  'key',
  'name',
  'unique',
  'prepareUnique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'hidden',
  'collation',
  'ns',
]);
/** Options that say something only of kinds of index this server does not have. */
const FOREIGN = new Set([
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'bucketSize',
  'wildcardProjection',
  'storageEngine',
  'clustered',
]);
const PARTIAL_OPERATORS = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$exists', '$type', '$in', '$and', '$or']);

/**
 * The definition of an index as it is stored and listed.
 *
 * @throws MongoError 67 or 197 for what is malformed or not offered
 */
export function checkedIndexSpec(given: Document): Document {
  const key = checkedKey(given.key);
  const name = given.name;
  if (typeof name !== 'string' || name === '')
    throw new MongoError(40414, "BSON field 'createIndexes.indexes.name' is missing but a required field");
  for (const option of Object.keys(given)) {
    if (FOREIGN.has(option))
      throw new MongoError(67, `Index option '${option}' belongs to a kind of index that the embedded store does not have`);
    if (!KNOWN.has(option))
      throw new MongoError(
        197,
        `The field '${option}' is not valid for an index specification. Specification: ${JSON.stringify(given.key)}`,
      );
  }
  const collation = parseCollation(given.collation);
  if (isIdIndex(key)) checkIdIndex(given);
  const version = toNumber(given.v) ?? 2;
  if (version !== 1 && version !== 2)
    throw new MongoError(67, `Invalid index specification ${text(given)}; cannot create an index with v=${version}`);
  const spec: Document = { v: 2, key, name };
  if (isTrue(given.unique)) spec.unique = true;
  if (isTrue(given.prepareUnique)) spec.prepareUnique = true;
  if (isTrue(given.sparse)) spec.sparse = true;
  if (isTrue(given.hidden)) spec.hidden = true;
  if (collation) spec.collation = collation.spec;
  // Says nothing any more, and is listed all the same.
  if (given.background !== undefined) spec.background = given.background;
  const seconds = given.expireAfterSeconds;
  if (seconds !== undefined) spec.expireAfterSeconds = checkedSeconds(seconds, key);
  const partial = given.partialFilterExpression;
  if (partial !== undefined) spec.partialFilterExpression = checkedPartial(partial, given);
  return spec;
}

/** The index every collection has takes no options. */
function checkIdIndex(given: Document): void {
  const option = Object.keys(given).find((name) => !['key', 'name', 'v', 'ns', 'collation'].includes(name));
  if (option) throw new MongoError(197, `The field '${option}' is not valid for an _id index specification. Specification: ${text(given)}`);
}

/**
 * The same with the collation of its collection, if it has none of its own. The entries of an index are in the order of
 * their bytes whatever its collation: it finds what is no string, and strings for those who compare bytes.
 *
 * @param given as the client defined it
 */
export function collatedIndexSpec(spec: Document, given: Document, collation: Collation | undefined): Document {
  const inherits = collation && given.collation === undefined && !isIdIndex(spec.key);
  return inherits ? { ...spec, collation: collation.spec } : spec;
}

function isTrue(value: unknown): boolean {
  return value === true || (toNumber(value) ?? 0) !== 0;
}

function checkedKey(given: unknown): Document {
  const key = asDocument(given);
  if (!key || Object.keys(key).length === 0) throw new MongoError(67, 'Index keys cannot be an empty object');
  if (Object.keys(key).length > 32) throw new MongoError(13103, 'too many compound keys');
  return Object.fromEntries(
    Object.entries(key).map(([field, direction]) => {
      if (typeof direction === 'string')
        throw new MongoError(67, `Unknown index plugin '${direction}': the embedded store has ascending and descending indexes only`);
      const number = toNumber(direction);
      if (number === undefined || number === 0 || Number.isNaN(number))
        throw new MongoError(67, `Values in v:2 index key pattern cannot be of this type or 0: {${field}: ${String(direction)}}`);
      if (
        field === '' ||
        field.split('.').includes('') ||
        field.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part))
      ) {
        throw new MongoError(67, `Index key contains an illegal field name: '${field}'`);
      }
      return [field, number];
    }),
  );
}

/** @throws MongoError 67, or the code a command has for it, when documents cannot expire by such an index */
export function checkedSeconds(given: unknown, key: Document, code = 67): number {
  const seconds = toNumber(given);
  if (seconds === undefined || seconds < 0 || seconds > 0x7fffffff)
    throw new MongoError(code, "TTL index 'expireAfterSeconds' option must be numeric, within 0 and the largest 32-bit integer");
  if (Object.keys(key).length > 1) throw new MongoError(code, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  if ('_id' in key) throw new MongoError(197, "The field 'expireAfterSeconds' is not valid for an _id index specification");
  return seconds;
}

function checkedPartial(given: unknown, spec: Document): Document {
  const filter = asDocument(given);
  if (!filter) throw new MongoError(14, "The field 'partialFilterExpression' must be an object");
  if (isTrue(spec.sparse)) throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  checkPartialOperators(filter);
  compileFilter(filter);
  return filter;
}

function checkPartialOperators(filter: unknown): void {
  if (Array.isArray(filter)) return filter.forEach(checkPartialOperators);
  for (const [key, value] of Object.entries(asDocument(filter) ?? {})) {
    if (key.startsWith('$') && !PARTIAL_OPERATORS.has(key)) throw new MongoError(67, `Unsupported expression in partial index: ${key}`);
    if (key === '$exists' && value !== true && value !== 1)
      throw new MongoError(67, 'Unsupported expression in partial index: $exists: false');
    if (key === '$and' || key === '$or' || !key.startsWith('$')) checkPartialOperators(value);
  }
}

/**
 * The definitions that are not there yet.
 *
 * @throws MongoError 85 or 86 when one is there in another form
 */
export function missingIndexes(present: readonly IndexState[], specs: readonly Document[]): Document[] {
  const missing: Document[] = [];
  for (const spec of specs) {
    if (isIdIndex(spec.key)) continue;
    const known = [...present.map((index) => index.spec), ...missing];
    if (!known.some((other) => isSameIndex(other, spec))) missing.push(spec);
  }
  return missing;
}

/** Keys of indexes are the same when their fields are, in their order, and their directions, whatever their type. */
export function isSameKey(a: unknown, b: unknown): boolean {
  return text(a) === text(b);
}

export function isIdIndex(key: Document): boolean {
  return JSON.stringify(key) === '{"_id":1}';
}

/** What tells indexes on the same fields apart; of two that agree in it there can be only one. */
const SIGNATURE = ['key', 'collation', 'partialFilterExpression', 'unique', 'sparse'];

function isSameIndex(present: Document, wanted: Document): boolean {
  const sameName = present.name === wanted.name;
  const equivalent = SIGNATURE.every((option) => text(present[option]) === text(wanted[option]));
  if (!sameName && !equivalent) return false;
  const both = `Requested index: ${text(wanted)}, existing index: ${text(present)}`;
  if (!equivalent)
    throw new MongoError(
      86,
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${both}`,
    );
  const sameOptions = present.expireAfterSeconds === wanted.expireAfterSeconds;
  if (sameName && sameOptions) return true;
  if (sameName) throw new MongoError(85, `An equivalent index already exists with the same name but different options. ${both}`);
  if (sameOptions) throw new MongoError(85, `Index already exists with a different name: ${present.name}`);
  throw new MongoError(85, `An equivalent index already exists with a different name and options. ${both}`);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? '';
}
