import { type Document, ObjectId } from 'bson';
import { runUpdatePipeline } from '../aggregation/update-pipeline.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { applyOperators, parseOperators } from './apply-operators.ts';
import { compileArrayFilters } from './positions.ts';
import { isSame } from './splice.ts';

/** What an update statement is made of. */
export interface UpdateRequest {
  query: Document;
  update: unknown;
  arrayFilters?: readonly Document[] | undefined;
  multi?: boolean;
  variables?: Document | undefined;
}

/** Gives the updated form of a document; it may change and keep the one it is given. */
export type Updater = (document: Document, inserting: boolean) => Document;

/**
 * Compiles an update: operators, a pipeline or a replacement.
 *
 * @throws MongoError 9 or 2 when it is malformed.
 */
export function compileUpdate(request: UpdateRequest): Updater {
  const { query, update, arrayFilters, multi, variables } = request;
  if (Array.isArray(update)) {
    return guardId((document) => runUpdatePipeline(document, update, variables));
  }
  if (!isDocument(update)) throw new MongoError(9, 'Update argument must be either an object or an array');
  if (isReplacement(update)) {
    if (multi) throw new MongoError(9, 'multi update is not supported for replacement-style update');
    return guardId((document) => replacement(document, update));
  }
  const steps = parseOperators(update);
  const filters = compileArrayFilters(arrayFilters);
  return guardId((document, inserting) => {
    applyOperators(document, steps, { query, arrayFilters: filters, inserting });
    return document;
  });
}

function isReplacement(update: Document): boolean {
  const names = Object.keys(update);
  const operators = names.filter((name) => name.startsWith('$'));
  if (operators.length > 0 && operators.length < names.length) {
    const plain = names.find((name) => !name.startsWith('$'));
    throw new MongoError(9, `Unknown modifier: ${plain}. Expected a valid update modifier or pipeline-style update specified as an array`);
  }
  return operators.length === 0;
}

function replacement(document: Document, update: Document): Document {
  const { _id, ...fields } = update;
  const id = _id ?? document._id;
  return id === undefined ? { ...fields } : { _id: id, ...fields };
}

/** No update may change `_id` once a document has one. */
function guardId(updater: Updater): Updater {
  return (document, inserting) => {
    const id = document._id;
    const updated = updater(document, inserting);
    if (id === undefined || isSame(updated._id, id)) return updated;
    if (updated._id === undefined && '_id' in updated === false) return { _id: id, ...updated };
    throw new MongoError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  };
}

/** The document an upsert makes: what the query says by equality, then the update, and an `_id` in front. */
export function upsertedDocument(query: Document, updater: Updater): Document {
  const seed: Document = {};
  seedFrom(query, seed);
  const updated = updater(seed, true);
  const { _id, ...fields } = updated;
  return { _id: _id === undefined ? new ObjectId() : _id, ...fields };
}

function seedFrom(query: Document, seed: Document): void {
  for (const [path, condition] of Object.entries(query)) {
    if ((path === '$and' || path === '$or') && Array.isArray(condition)) {
      if (path === '$and' || condition.length === 1) for (const branch of condition) seedFrom(branch as Document, seed);
    } else if (!path.startsWith('$')) seedField(path, condition, seed);
  }
}

function seedField(path: string, condition: unknown, seed: Document): void {
  const value = equalityOf(condition);
  if (value === undefined) return;
  const parts = path.split('.');
  let holder = seed;
  for (const name of parts.slice(0, -1)) {
    if (!isDocument(holder[name])) holder[name] = {};
    holder = holder[name];
  }
  holder[parts.at(-1) as string] = value;
}

function equalityOf(condition: unknown): unknown {
  if (!isDocument(condition) || !Object.keys(condition)[0]?.startsWith('$')) {
    return isDocument(condition) || !isRegexLike(condition) ? condition : undefined;
  }
  if ('$eq' in condition) return condition.$eq;
  for (const operator of ['$in', '$all']) {
    const list = condition[operator];
    if (Array.isArray(list) && list.length === 1 && !isRegexLike(list[0])) return list[0];
  }
  return undefined;
}

function isRegexLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Document)._bsontype === 'BSONRegExp';
}
