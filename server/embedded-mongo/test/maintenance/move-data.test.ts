import { Binary, BSONRegExp, type CollectionInfo, Decimal128, type Document, Double, Int32, Long, MaxKey, Timestamp } from 'mongodb';
import { expect, test } from 'vitest';
import { type Move, moveData } from '../../src/moving/move-data.ts';
import { body, OP_MSG, RawClient, sequence } from '../support/raw-client.ts';
import { startTestStore, type TestStore } from '../support/test-store.ts';

const DAY = new Date('2026-03-01T08:00:00Z');
const BOUND = 86_400;
/** Field order that JavaScript would change, numbers it would not tell apart. */
const ODD: Document = {
  _id: 'odd',
  nested: new Map<string, unknown>([
    ['b', 1],
    ['10', new Double(1)],
    ['2', [new Map([['1', new Int32(1)]]), new Map([['0', Long.fromNumber(1)]])]],
  ]),
  negative: new Double(-0),
  large: new Double(2 ** 40),
  decimal: Decimal128.fromString('1.50'),
  bytes: new Binary(Buffer.from([1, 2]), 5),
  pattern: new BSONRegExp('^a', 'im'),
  stamp: new Timestamp({ t: 1, i: 2 }),
  last: new MaxKey(),
  nothing: null,
};

/** Collections of every kind in two databases. */
async function filledStore(): Promise<TestStore> {
  const store = await startTestStore();
  const { client } = store;
  const db = client.db('beffroi');
  const people = await db.createCollection<Document>('people', { validator: { name: { $type: 'string' } } });
  await people.createIndexes([
    { key: { name: 1 }, unique: true },
    { key: { text: 1 }, collation: { locale: 'fr', strength: 1 } },
    { key: { tags: 1, at: -1 }, name: 'tags', partialFilterExpression: { at: { $exists: true } } },
    { key: { at: 1 }, expireAfterSeconds: BOUND },
  ]);
  const texts = Array.from({ length: 1100 }, (_, n) => ({ name: `person ${n}`, tags: [n % 5], at: DAY, text: 'x'.repeat(n % 900) }));
  await people.insertMany(texts, { bypassDocumentValidation: true });
  await people.insertOne(ODD, { bypassDocumentValidation: true });
  await db.createCollection('empty');
  await db.createCollection('names', { viewOn: 'people', pipeline: [{ $project: { name: 1 } }] });
  const log = await client.db('other').createCollection<Document>('log', { capped: true, size: 100_000, max: 50 });
  await log.insertMany(Array.from({ length: 60 }, (_, line) => ({ _id: 100 - line, line })) as Document[]);
  return store;
}

const move = (from: TestStore, to: TestStore, more: Partial<Move> = {}) => moveData({ from: from.url, to: to.url, ...more });

async function rawOf({ client }: TestStore, database: string, name: string): Promise<string[]> {
  const documents = await client.db(database).collection(name).find({}, { raw: true }).toArray();
  return documents.map((bytes) => (bytes as unknown as Buffer).toString('hex'));
}

async function shapeOf({ client }: TestStore, database: string): Promise<unknown> {
  const collections = (await client.db(database).listCollections().toArray()) as CollectionInfo[];
  const withIndexes = collections.map(async ({ name, type, options }) => {
    const indexes = type === 'view' ? [] : await client.db(database).collection(name).indexes();
    return { name, type, options, indexes };
  });
  return (await Promise.all(withIndexes)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

test('everything arrives: options, documents to the byte, indexes, views', async () => {
  const [from, to] = [await filledStore(), await startTestStore()];
  const told: string[] = [];
  const moved = await move(from, to, { onCopied: (namespace, documents) => told.push(`${namespace} ${documents}`) });
  expect(moved).toEqual({ collections: 4, documents: 1151 });
  expect(told.sort()).toEqual(['beffroi.empty 0', 'beffroi.names 0', 'beffroi.people 1101', 'other.log 50']);
  for (const database of ['beffroi', 'other']) expect(await shapeOf(to, database)).toEqual(await shapeOf(from, database));
  for (const [database, name] of [
    ['beffroi', 'people'],
    ['other', 'log'],
    ['beffroi', 'names'],
  ] as const)
    expect(await rawOf(to, database, name)).toEqual(await rawOf(from, database, name));
});

test('a database may get another name on the way', async () => {
  const [from, to] = [await filledStore(), await startTestStore()];
  await move(from, to, { nameOf: (name) => (name === 'beffroi' ? 'commune' : name) });
  expect(await rawOf(to, 'commune', 'people')).toEqual(await rawOf(from, 'beffroi', 'people'));
});

test('a server that already has one of the collections is left as it is', async () => {
  const [from, to] = [await filledStore(), await startTestStore()];
  await to.client.db('other').collection<{ _id: string }>('log').insertOne({ _id: 'theirs' });
  await expect(move(from, to)).rejects.toThrow('other.log is already there');
  expect(await to.client.db('other').collection('log').distinct('_id')).toEqual(['theirs']);
  expect(await to.client.db('beffroi').listCollections().toArray()).toEqual([]);
});

test('what arrives otherwise than it was sent is told, and nothing is left behind', async () => {
  const [from, to] = [await startTestStore(), await startTestStore()];
  await from.db.collection('a').insertOne({ n: 1 });
  // The deprecated DBPointer, which the driver makes another value of.
  const pointer = Buffer.from([0x0c, 0x70, 0, 2, 0, 0, 0, 0x61, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const id = Buffer.from([0x10, 0x5f, 0x69, 0x64, 0, 1, 0, 0, 0]);
  const bytes = Buffer.concat([Buffer.from([5 + id.length + pointer.length, 0, 0, 0]), id, pointer, Buffer.from([0])]);
  const raw = new RawClient(from.port);
  raw.send(OP_MSG, body({ insert: 'b', $db: 'test' }, 0, sequence('documents', [bytes])));
  expect((await raw.answer()).document).toMatchObject({ n: 1, ok: 1 });
  await expect(move(from, to)).rejects.toThrow(/^b: /);
  expect(await to.db.listCollections().toArray()).toEqual([]);
});
