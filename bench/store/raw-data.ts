import { deserialize, serialize } from 'bson';
import { type Database, open, type RootDatabase } from 'lmdb';
import { CLUBS, type Entry, entryOf, idOf, PER_AUTHOR } from './documents.ts';

const NOTHING = Buffer.alloc(0);
const INDEX = { list: 1, author: 2, terms: 3, inserted: 4 };
const BATCH = 1000;

const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;

/**
 * The same documents and index entries in LMDB alone, and the same reads and writes on them with nothing around: no
 * protocol, no query, no plan. It opens the environment as the store does, hence with the same flush for each commit.
 */
export class RawData {
  readonly root: RootDatabase<Buffer, Buffer>;
  readonly documents: Database<Buffer, Buffer>;
  readonly entries: Database<Buffer, Buffer>;
  readonly #size: number;
  #inserted = Date.now();

  constructor(path: string, size: number) {
    // With as little of the list of free pages in memory as the store, so that neither pays for what the other avoids.
    const freePages = { maxFreeSpaceToLoad: 1000, maxFreeSpaceToRetain: 1000 };
    this.root = open<Buffer, Buffer>({ path, noSubdir: false, overlappingSync: false, ...freePages, ...binary });
    this.documents = this.root.openDB({ name: 'documents', ...binary });
    this.entries = this.root.openDB({ name: 'entries', ...binary });
    this.#size = size;
  }

  async fill(): Promise<void> {
    for (let from = 0; from < this.#size; from += BATCH) {
      await this.root.transaction(() => {
        for (let n = from; n < Math.min(from + BATCH, this.#size); n++) this.#write(entryOf(n, this.#size));
      });
    }
  }

  #write(entry: Entry): void {
    const { id } = entry._id;
    this.documents.putSync(Buffer.from(id), Buffer.from(serialize(entry)));
    this.#enter(Buffer.concat([listKey(entry.club), dateKey(entry.date), id]));
    this.#enter(Buffer.concat([authorKey(entry.author), id]));
    for (const term of entry.terms) this.#enter(Buffer.concat([termKey(entry.club, term), dateKey(entry.date), id]));
  }

  #enter(key: Buffer): void {
    this.entries.putSync(key, NOTHING);
  }

  byId(n: number): number {
    return this.#read([Buffer.from(idOf(n % this.#size).id)]);
  }

  byIds(n: number): number {
    return this.#read(Array.from({ length: 20 }, (_, i) => Buffer.from(idOf((n + i * 331) % this.#size).id)));
  }

  list(n: number): number {
    const prefix = listKey(n % CLUBS);
    const keys = this.entries.getKeys({ start: after(prefix), end: prefix, reverse: true, limit: 20 });
    return this.#read([...keys].map(idIn));
  }

  count(n: number): number {
    const prefix = authorKey(n % Math.max(1, Math.floor(this.#size / PER_AUTHOR)));
    return this.entries.getKeysCount({ start: prefix, end: after(prefix) });
  }

  /** Newest first, the documents of a club that have every word: the postings are read side by side. */
  words(club: number, words: readonly string[]): number {
    const postings = words.map((word) => {
      const prefix = termKey(club, word);
      const keys = this.entries.getKeys({ start: after(prefix), end: prefix, reverse: true })[Symbol.iterator]();
      return { keys, tail: prefix.length, rest: NOTHING as Buffer, next: () => keys.next() as IteratorResult<Buffer, void> };
    });
    const found: Buffer[] = [];
    const advance = (posting: (typeof postings)[number]): boolean => {
      const { value } = posting.next();
      if (value) posting.rest = value.subarray(posting.tail);
      return value !== undefined;
    };
    for (let alive = postings.every(advance); alive && found.length < 20; ) {
      const lowest = postings.reduce((low, posting) => (posting.rest.compare(low) < 0 ? posting.rest : low), postings[0]?.rest as Buffer);
      const ahead = postings.filter(({ rest }) => !rest.equals(lowest));
      if (ahead.length === 0) found.push(idIn(lowest));
      alive = (ahead.length === 0 ? postings : ahead).every(advance);
    }
    for (const { keys } of postings) keys.return?.();
    return this.#read(found);
  }

  #read(ids: Buffer[]): number {
    let read = 0;
    for (const id of ids) {
      const bytes = this.documents.getBinary(id);
      if (bytes && deserialize(bytes)._id) read++;
    }
    return read;
  }

  async insert(): Promise<void> {
    const entry = { ...entryOf(this.#inserted % this.#size, this.#size), _id: idOf(this.#inserted++) };
    const bytes = Buffer.from(serialize(entry));
    await this.root.transaction(() => {
      this.documents.putSync(Buffer.from(entry._id.id), bytes);
      this.#enter(Buffer.concat([Buffer.from([INDEX.inserted, entry.club]), dateKey(entry.date), entry._id.id]));
    });
  }

  async update(n: number): Promise<void> {
    const id = Buffer.from(idOf(n % this.#size).id);
    await this.root.transaction(() => {
      const entry = deserialize(this.documents.getBinary(id) as Buffer);
      this.documents.putSync(id, Buffer.from(serialize({ ...entry, likes: entry.likes + 1 })));
    });
  }
}

const listKey = (club: number): Buffer => Buffer.from([INDEX.list, club]);

function authorKey(author: number): Buffer {
  const key = Buffer.from([INDEX.author, 0, 0, 0, 0]);
  key.writeUInt32BE(author, 1);
  return key;
}

const termKey = (club: number, term: string): Buffer => Buffer.from(`${String.fromCharCode(INDEX.terms, club)}${term}\0`);

function dateKey(date: Date): Buffer {
  const key = Buffer.allocUnsafe(8);
  key.writeBigInt64BE(BigInt(date.getTime()));
  return key;
}

const idIn = (key: Buffer): Buffer => key.subarray(key.length - 12);

/** The first key behind all that begin with these bytes; one at least is below 255, the number of the index. */
function after(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (prefix[last] === 0xff) last--;
  const end = Buffer.from(prefix.subarray(0, last + 1));
  end.writeUInt8((end[last] as number) + 1, last);
  return end;
}
