import type { Collection, Db, Document } from 'mongodb';
import { expect } from 'vitest';
import { MISSING } from './every-type.ts';

type Numbered = Document & { _id: number };

let cases = 0;

/** The text of a filter, for the name of a test. */
export const shown = (value: unknown) => JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner));

function pathsOf(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key];
    return Array.isArray(value) ? value.flatMap((branch) => pathsOf(branch as Document)) : [];
  });
}

/** Finds the numbers of the documents that match: by reading all of them, then by an index on each path in turn. */
export async function expectMatching(db: Db, filter: Document, matching: Document[], others: Document[]): Promise<void> {
  const documents = [...matching, ...others].map((fields, _id) => ({ _id, ...fields }) as Numbered);
  const expected = matching.map((_, _id) => _id);
  const plain = db.collection<Numbered>(`plain${++cases}`);
  if (documents.length > 0) await plain.insertMany(documents);
  expect(await matched(plain, filter), 'without an index').toEqual(expected);
  for (const [number, path] of [...new Set(pathsOf(filter))].entries()) {
    const indexed = db.collection<Numbered>(`indexed${cases}_${number}`);
    await indexed.createIndex({ [path]: 1 });
    await indexed.insertMany(documents);
    expect(await matched(indexed, filter, { [path]: 1 }), `by an index on ${path}`).toEqual(expected);
    expect(await indexed.countDocuments(filter)).toBe(expected.length);
  }
}

async function matched(collection: Collection<Numbered>, filter: Document, hint?: Document): Promise<number[]> {
  const found = await collection.find(filter, { projection: { _id: 1 }, ...(hint ? { hint } : {}) }).toArray();
  return found.map(({ _id }) => _id).sort((a, b) => a - b);
}

/** Documents with these values of `a`. */
export const documentsOf = (values: readonly unknown[]): Document[] => values.map((a) => (a === MISSING ? { b: 1 } : { a }));
