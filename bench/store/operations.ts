import type { Collection, Db, Document } from 'mongodb';
import { CLUBS, CLUBS_APART, CLUBS_TOGETHER, type Entry, entryOf, idOf, PER_AUTHOR } from './documents.ts';
import type { RawData } from './raw-data.ts';

/** One thing measured, asked in three ways: by the official driver, by bytes on the wire, of LMDB alone. */
export interface Operation {
  name: string;
  /** How many are under way at once. */
  together: number;
  /** Gives, for a read, the number of documents found. */
  driver(db: Db, n: number, size: number): Promise<unknown>;
  /** The command, for reads: what a client costs that neither encodes options nor decodes answers. */
  command?(n: number, size: number): Document;
  raw(data: RawData, n: number): unknown;
}

const entries = (db: Db): Collection<Entry> => db.collection<Entry>('entries');
const found = async (cursor: { toArray(): Promise<unknown[]> }): Promise<number> => (await cursor.toArray()).length;
const authorOf = (n: number, size: number): number => n % Math.max(1, Math.floor(size / PER_AUTHOR));
const idsOf = (n: number, size: number) => Array.from({ length: 20 }, (_, i) => idOf((n + i * 331) % size));

let inserted = 0;

function insert(db: Db, _: number, size: number): Promise<unknown> {
  const { _id, ...entry } = entryOf(inserted++ % size, size);
  return db.collection('inserted').insertOne(entry);
}

const EVERY_CLUB = Array.from({ length: CLUBS }, (_, club) => club);

function words(name: string, $all: string[], clubs = EVERY_CLUB): Operation {
  const club = (n: number) => clubs[n % clubs.length] as number;
  const filter = (n: number) => ({ club: club(n), terms: { $all } });
  return {
    name,
    together: 1,
    driver: (db, n) => found(entries(db).find(filter(n)).sort({ date: -1 }).limit(20)),
    command: (n) => ({ find: 'entries', filter: filter(n), sort: { date: -1 }, limit: 20 }),
    raw: (data, n) => data.words(club(n), $all),
  };
}

export const OPERATIONS: Operation[] = [
  {
    name: 'find by _id',
    together: 1,
    driver: (db, n, size) =>
      found(
        entries(db)
          .find({ _id: idOf(n % size) })
          .limit(1),
      ),
    command: (n, size) => ({ find: 'entries', filter: { _id: idOf(n % size) }, limit: 1, singleBatch: true }),
    raw: (data, n) => data.byId(n),
  },
  {
    name: '20 by $in of _id',
    together: 1,
    driver: (db, n, size) => found(entries(db).find({ _id: { $in: idsOf(n, size) } })),
    command: (n, size) => ({ find: 'entries', filter: { _id: { $in: idsOf(n, size) } } }),
    raw: (data, n) => data.byIds(n),
  },
  {
    name: 'find of 20 by index, sorted',
    together: 1,
    driver: (db, n) =>
      found(
        entries(db)
          .find({ club: n % CLUBS })
          .sort({ date: -1 })
          .limit(20),
      ),
    command: (n) => ({ find: 'entries', filter: { club: n % CLUBS }, sort: { date: -1 }, limit: 20 }),
    raw: (data, n) => data.list(n),
  },
  {
    name: 'count of 100 by index',
    together: 1,
    driver: (db, n, size) => entries(db).countDocuments({ author: authorOf(n, size) }),
    command: (n, size) => ({
      aggregate: 'entries',
      pipeline: [{ $match: { author: authorOf(n, size) } }, { $group: { _id: 1, n: { $sum: 1 } } }],
      cursor: {},
    }),
    raw: (data, n) => data.count(n),
  },
  words('$all of 2 words, 20 newest', ['marche', 'travaux']),
  words('$all of 3 words, 20 newest', ['commune', 'marche', 'voirie']),
  words('$all of 2 words seldom together', ['jardin', 'piscine'], CLUBS_TOGETHER),
  words('$all of 2 words never together', ['jardin', 'piscine'], CLUBS_APART),
  {
    name: 'update by _id, 1 writer',
    together: 1,
    driver: (db, n, size) => entries(db).updateOne({ _id: idOf((n * 7919) % size) }, { $inc: { likes: 1 } }),
    raw: (data, n) => data.update(n * 7919),
  },
  {
    name: 'update by _id, 50 writers',
    together: 50,
    driver: (db, n, size) => entries(db).updateOne({ _id: idOf((n * 7919) % size) }, { $inc: { likes: 1 } }),
    raw: (data, n) => data.update(n * 7919),
  },
  { name: 'insert, 1 writer', together: 1, driver: insert, raw: (data) => data.insert() },
  { name: 'insert, 50 writers', together: 50, driver: insert, raw: (data) => data.insert() },
];
