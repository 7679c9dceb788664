import { type Db, MongoClient } from 'mongodb';
import { entryOf, idOf } from './documents.ts';
import { fillStore, startStore } from './processes.ts';

/** What others waited while something heavy was done. */
export interface Pause {
  name: string;
  /** How long it took, in milliseconds. */
  took: number;
  /** The longest a command of another connection waited meanwhile, in milliseconds. */
  longest: number;
}

const HEAVY: { name: string; run(db: Db, size: number): Promise<unknown> }[] = [
  {
    name: 'insertMany of 1,000',
    run: async (db, size) => {
      const documents = Array.from({ length: 1000 }, (_, n) => ({ ...entryOf(n, size), _id: idOf(size + n) }));
      await db.collection('heavy').insertMany(documents as never[]);
    },
  },
  { name: 'a scan that finds nothing', run: (db) => db.collection('entries').find({ title: 'none' }).toArray() },
  { name: 'a count without index', run: (db) => db.collection('entries').countDocuments({ likes: { $gt: 1000 } }) },
  { name: 'a sort without index, 20 first', run: (db) => db.collection('entries').find().sort({ title: 1 }).limit(20).toArray() },
  { name: 'distinct without index', run: (db) => db.collection('entries').distinct('club') },
  {
    name: '$group of everything',
    run: (db) =>
      db
        .collection('entries')
        .aggregate([{ $group: { _id: '$club', n: { $sum: '$likes' } } }])
        .toArray(),
  },
  { name: 'updateMany of a tenth', run: (db) => db.collection('entries').updateMany({ club: { $in: [1, 2] } }, { $inc: { likes: 1 } }) },
  { name: 'createIndex', run: (db) => db.collection('entries').createIndex({ title: 1 }) },
  {
    name: 'dropIndex and drop',
    run: async (db) => [await db.collection('entries').dropIndex('title_1'), await db.collection('heavy').drop()],
  },
];

/** How long the store keeps others waiting: a second connection asks for one document all the while. */
export async function measurePauses(size: number): Promise<Pause[]> {
  const store = await startStore(await fillStore(size, true));
  const client = await MongoClient.connect(store.url);
  const other = await MongoClient.connect(store.url);
  const found: Pause[] = [];
  for (const { name, run } of HEAVY) {
    let over = false;
    let longest = 0;
    const asking = (async () => {
      while (!over) {
        const started = performance.now();
        await other
          .db('bench')
          .collection('entries')
          .findOne({ _id: idOf(1) as never });
        longest = Math.max(longest, performance.now() - started);
      }
    })();
    const started = performance.now();
    await run(client.db('bench'), size);
    const took = performance.now() - started;
    over = true;
    await asking;
    found.push({ name, took, longest });
  }
  await client.close();
  await other.close();
  await store.stop();
  return found;
}
