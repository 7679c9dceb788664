import type { Document } from 'bson';
import { documentFrom, fieldEntries } from '../bson/field-order.ts';
import { decode, encode, isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { isOperatorDocument } from '../query/operator-document.ts';
import { splitPath } from '../query/path-values.ts';
import { isRegex } from '../query/regex.ts';
import { madeId } from '../storage/made-id.ts';
import type { Updater } from './compile-update.ts';
import { changeAt } from './update-path.ts';

/**
 * The document an upsert makes: what the query says by equality, then the update, and an `_id` in front.
 *
 * @throws MongoError 54 when the query says two things of one path, 224 when it holds an expression, 28 when one of its paths
 *   cannot be made
 */
export function upsertedDocument(query: Document, updater: Updater): Document {
  const equalities = new Map<string, unknown>();
  collect(query, equalities, updater.replaces);
  const seed: Document = {};
  for (const path of [...equalities.keys()].sort()) changeAt(seed, splitPath(path), 'create', () => ({ set: equalities.get(path) }));
  // The update may change the values of the query, which others still need.
  const made = updater.apply(decode(encode(seed)), true);
  const fields = fieldEntries(made).filter(([name]) => name !== '_id');
  return documentFrom([['_id', made._id === undefined ? madeId() : made._id], ...fields]);
}

/** A replacement says all there is to say but which `_id` it is about. */
function collect(query: Document, equalities: Map<string, unknown>, idOnly: boolean): void {
  for (const [key, condition] of fieldEntries(query)) {
    if (key === '$expr') throw new MongoError(224, '$expr is not allowed in the query predicate for an upsert');
    const branches = Array.isArray(condition) && (key === '$and' || (key === '$or' && condition.length === 1)) ? condition : [];
    for (const branch of branches) if (isDocument(branch)) collect(branch, equalities, idOnly);
    if (key.startsWith('$')) continue;
    for (const value of equalitiesOf(condition)) add(key, value, equalities, idOnly);
  }
}

function add(path: string, value: unknown, equalities: Map<string, unknown>, idOnly: boolean): void {
  if (idOnly && path !== '_id' && !path.startsWith('_id.')) return;
  if (idOnly && path !== '_id') throw new MongoError(111, `field at '_id' must be exactly specified, field at sub-path '${path}'found`);
  if (equalities.has(path)) throw new MongoError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
  for (const other of equalities.keys()) {
    if (other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
      throw new MongoError(54, `cannot infer query fields to set, both paths '${path}' and '${other}' are matched`);
  }
  equalities.set(path, value);
}

/** The values a condition asks for by equality. */
function equalitiesOf(condition: unknown): unknown[] {
  if (!isOperatorDocument(condition)) return isRegex(condition) ? [] : [condition];
  return fieldEntries(condition).flatMap(([operator, operand]) => {
    if (operator === '$eq') return [operand];
    if (!Array.isArray(operand)) return [];
    const values = operand.filter((value) => !isRegex(value) && !isOperatorDocument(value));
    if (operator === '$all') return values;
    return operator === '$in' && operand.length === 1 ? values : [];
  });
}
