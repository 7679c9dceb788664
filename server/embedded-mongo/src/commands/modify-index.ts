import type { Document } from 'bson';
import { asDocument, decode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { storageKey } from '../storage/document-key.ts';
import { duplicateEntries } from '../storage/index-duplicates.ts';
import type { IndexState } from '../storage/index-state.ts';
import type { Store } from '../storage/store.ts';
import { refuseUnknown } from './command.ts';
import { checkedSeconds, isSameKey } from './index-spec.ts';

const CHANGES = ['expireAfterSeconds', 'hidden', 'unique', 'prepareUnique'];

/**
 * Changes an index that is there: its expiry, whether queries see it, and, in two steps, whether it is unique. To be
 * called inside a write transaction.
 *
 * @returns what was before and what is now, as `collMod` answers it
 * @throws MongoError 27 when there is no such index, 72 for a change it cannot take, 359 when it holds duplicates
 */
export function modifyIndex(store: Store, collection: CollectionState, given: unknown): Document {
  const change = asDocument(given);
  if (!change) throw new MongoError(14, "BSON field 'collMod.index' is the wrong type, expected type 'object'");
  refuseUnknown(change, ['name', 'keyPattern', ...CHANGES], 'collMod.index');
  const index = chosenIndex(collection, change);
  if (!CHANGES.some((field) => change[field] !== undefined))
    throw new MongoError(72, 'no expireAfterSeconds, hidden, unique, or prepareUnique field');
  const { spec, answer } = changedSpec(store, collection, index, change);
  if (Object.keys(answer).length > 0) store.catalog.changeIndex(collection, index, spec);
  return answer;
}

function chosenIndex(collection: CollectionState, { name, keyPattern }: Document): IndexState {
  if (name !== undefined && keyPattern !== undefined) throw new MongoError(72, 'Cannot specify both key pattern and name.');
  if (name === undefined && keyPattern === undefined) throw new MongoError(72, 'Must specify either index name or key pattern.');
  const isMeant = (index: IndexState) => (name === undefined ? isSameKey(index.spec.key, keyPattern) : index.name === name);
  const found = collection.allIndexes.filter((index) => index.ready && isMeant(index));
  const [index] = found;
  if (!index) throw new MongoError(27, `cannot find index ${JSON.stringify(name ?? keyPattern)} for ns ${collection.namespace}`);
  if (found.length > 1)
    throw new MongoError(181, `index keyPattern ${JSON.stringify(keyPattern)} matches ${found.length} indexes, must use index name.`);
  if (index === collection.idIndex || index.primary) throw new MongoError(2, "can't hide or change the _id index");
  return index;
}

function changedSpec(store: Store, collection: CollectionState, index: IndexState, change: Document): { spec: Document; answer: Document } {
  const spec = { ...index.spec };
  const answer: Document = {};
  if (change.expireAfterSeconds !== undefined) {
    const seconds = checkedSeconds(change.expireAfterSeconds, spec.key, 72);
    if (spec.expireAfterSeconds !== undefined) answer.expireAfterSeconds_old = BigInt(spec.expireAfterSeconds);
    answer.expireAfterSeconds_new = BigInt(seconds);
    spec.expireAfterSeconds = seconds;
  }
  for (const flag of ['hidden', 'prepareUnique']) if (change[flag] !== undefined) setFlag(spec, answer, flag, change[flag] === true);
  if (change.unique !== undefined) {
    if (change.unique !== true) throw new MongoError(2, 'Cannot make index non-unique');
    if (!spec.unique && !spec.prepareUnique)
      throw new MongoError(72, 'Cannot make index unique with `prepareUnique=false`. Run collMod `prepareUnique=true` first.');
    refuseDuplicates(store, collection, index);
    answer.unique_new = true;
    spec.unique = true;
    delete spec.prepareUnique;
  }
  return { spec, answer };
}

function setFlag(spec: Document, answer: Document, flag: string, value: boolean): void {
  const before = spec[flag] === true;
  if (before === value) return;
  answer[`${flag}_old`] = before;
  answer[`${flag}_new`] = value;
  if (value) spec[flag] = true;
  else delete spec[flag];
}

function refuseDuplicates(store: Store, collection: CollectionState, index: IndexState): void {
  const idOf = (key: Buffer) => decode(store.environment.documents.getBinary(storageKey(collection.id, key)) as Buffer)._id;
  const violations = [...duplicateEntries(store, collection, index)].map((keys) => ({ ids: keys.map(idOf) }));
  if (violations.length > 0)
    throw new MongoError(359, 'Cannot convert the index to unique. Please resolve conflicting documents before running collMod again.', {
      violations,
    });
}
