import fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { expect, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

/** Values of many types and few distinct ones, so that filters meet documents often. */
const scalar = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom(0.5, -1.5, Number.NaN, 1n, 3n),
  fc.constantFrom('', 'a', 'ab', 'b', 'é', '\u{1F600}'),
  fc.boolean(),
  fc.constantFrom(new Date(0), new Date(1000)),
);
const inner = fc.record({ x: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), y: scalar }, { requiredKeys: [] });
const value = fc.oneof({ weight: 3, arbitrary: scalar }, inner, fc.array(fc.oneof(scalar, inner), { maxLength: 3 }));
/** `b` and `y` bear no arrays, as MongoDB refuses to index the product of two. */
const plain = fc.oneof(scalar, fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2 }));
const document = fc.record({ a: value, b: plain, c: scalar }, { requiredKeys: [] });

const operand = fc.oneof({ weight: 4, arbitrary: scalar }, inner);
const comparison = fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), operand).map(([operator, bound]) => ({ [operator]: bound }));
const condition: fc.Arbitrary<unknown> = fc.oneof(
  operand,
  comparison,
  fc.tuple(comparison, comparison).map(([low, high]) => ({ ...low, ...high })),
  fc.array(scalar, { maxLength: 4 }).map((list) => ({ $in: list })),
  fc.array(scalar, { maxLength: 2 }).map((list) => ({ $nin: list })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list) => ({ $all: list })),
  operand.map((other) => ({ $ne: other })),
  fc.constantFrom(
    { $exists: true },
    { $exists: false },
    { $size: 2 },
    { $type: 'string' },
    { $regex: '^a' },
    { $regex: '^ab?' },
    { $regex: 'b' },
  ),
  comparison.map((element) => ({ $elemMatch: element })),
  fc.tuple(fc.constantFrom('x', 'y'), scalar).map(([field, wanted]) => ({ $elemMatch: { [field]: wanted } })),
  comparison.map((other) => ({ $not: other })),
);
const field = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x', '_id');
const simple = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(field, condition, { minKeys: 1, maxKeys: 3 }) },
  // Two fields of one array, which different elements may satisfy.
  fc.record({ 'a.x': condition, 'a.y': condition }),
);
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: simple },
  fc.array(simple, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })),
  fc.tuple(simple, fc.array(simple, { minLength: 2, maxLength: 2 })).map(([both, $or]) => ({ ...both, $or })),
  fc.array(simple, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })),
);
const sort = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a.x', 'b.x'), fc.constantFrom(1, -1), { maxKeys: 2 });

const INDEXES: Document[] = [
  { a: 1 },
  { a: -1 },
  { b: 1, c: -1 },
  { c: 1, a: 1 },
  { 'a.x': 1, c: 1 },
  { 'a.x': 1, 'a.y': -1 },
  { 'b.x': -1 },
  { a: 1, b: 1, c: 1 },
];

type Numbered = Document & { _id: number };

interface World {
  documents: Document[];
  queries: { filter: Document; sort: Document; limit: number }[];
}

test('an index never changes what a query answers', { timeout: 120_000 }, async () => {
  const { db } = await startTestStore();
  const worlds = fc.record<World>({
    documents: fc.array(document, { minLength: 1, maxLength: 25 }),
    queries: fc.array(fc.record({ filter, sort, limit: fc.constantFrom(0, 3) }), { minLength: 10, maxLength: 40 }),
  });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async ({ documents, queries }) => {
      const plain = db.collection<Numbered>(`plain${++round}`);
      const indexed = db.collection<Numbered>(`indexed${round}`);
      const numbered = documents.map((fields, _id) => ({ _id, ...fields }) as Numbered);
      await indexed.createIndexes([
        ...INDEXES.map((key) => ({ key: key as never })),
        { key: { b: 1 }, sparse: true, name: 'sparse' },
        { key: { c: 1 }, partialFilterExpression: { c: { $gt: 0 } }, name: 'partial' },
      ]);
      await plain.insertMany(numbered);
      await indexed.insertMany(numbered);
      // Half of the documents reach their entries by an update.
      const halves = numbered
        .filter((_, i) => i % 2 === 0)
        .flatMap(({ _id, ...replacement }) => [
          { updateOne: { filter: { _id }, update: { $set: { a: 'elsewhere', c: 99 }, $unset: { b: 1 } } } },
          { replaceOne: { filter: { _id }, replacement } },
        ]);
      await indexed.bulkWrite(halves);
      for (const query of queries) await expectSameAnswer(plain, indexed, query);
      await Promise.all([plain.drop(), indexed.drop()]);
    }),
    { numRuns: 50 },
  );
});

/** The order among equal sort keys is free, so it is settled by `_id`; a limit cuts only a settled order. */
async function expectSameAnswer(
  plain: Collection<Numbered>,
  indexed: Collection<Numbered>,
  query: World['queries'][number],
): Promise<void> {
  const settled = { ...query.sort, _id: 1 } as never;
  const expected = await plain.find(query.filter).sort(settled).limit(query.limit).toArray();
  expect(await indexed.find(query.filter).sort(settled).limit(query.limit).toArray()).toEqual(expected);
  const all = await plain.find(query.filter).sort(settled).toArray();
  expect(await indexed.countDocuments(query.filter)).toBe(all.length);
  const byIndexOrder = await indexed
    .find(query.filter)
    .sort(query.sort as never)
    .toArray();
  expect(byIndexOrder.map(({ _id }) => Number(_id)).sort((a, b) => a - b)).toEqual(all.map(({ _id }) => Number(_id)).sort((a, b) => a - b));
  for (const key of INDEXES) {
    const hinted = await indexed
      .find(query.filter)
      .hint(key as never)
      .sort(settled)
      .toArray();
    expect(hinted, `through ${JSON.stringify(key)}`).toEqual(all);
  }
}
