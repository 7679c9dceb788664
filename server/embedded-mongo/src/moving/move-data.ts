import { type Db, MongoClient } from 'mongodb';
import { copyCollection, type Listed } from './copy-collection.ts';

export interface Move {
  /** Where the data is, and where it goes: addresses of MongoDB servers, this one or others. */
  from: string;
  to: string;
  /** The name a database is to have there, its own by default. */
  nameOf?: (database: string) => string;
  /** Told of each collection when it has arrived and been compared. */
  onCopied?: (namespace: string, documents: number) => void;
}

export interface Moved {
  collections: number;
  documents: number;
}

/** What each server keeps for itself. */
const OWN_DATABASES = ['local', 'config'];

/**
 * Copies every database of a server to another: collections with their options, documents compared byte for byte,
 * indexes, views. Nobody may write to the source meanwhile. What was copied is dropped again when anything fails.
 *
 * @throws Error when the target already has a collection of the same name, or what arrives is not what was sent
 */
export async function moveData({ from, to, nameOf = (name) => name, onCopied }: Move): Promise<Moved> {
  const clients = await Promise.all([connect(from), connect(to)]);
  const [source, target] = clients;
  try {
    const plan = await plannedCopies(source, target, nameOf);
    return await copyAll(plan, onCopied);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

async function connect(address: string): Promise<MongoClient> {
  return await MongoClient.connect(address, { serverSelectionTimeoutMS: 10_000, retryWrites: false });
}

interface Copy {
  from: Db;
  to: Db;
  listed: Listed;
}

/** Collections first, then views, which read them. */
async function plannedCopies(source: MongoClient, target: MongoClient, nameOf: (name: string) => string): Promise<Copy[]> {
  const { databases } = await source.db().admin().listDatabases({ nameOnly: true });
  const copies: Copy[] = [];
  for (const { name } of databases) {
    if (OWN_DATABASES.includes(name)) continue;
    const [from, to] = [source.db(name), target.db(nameOf(name))];
    const there = new Set((await to.listCollections({}, { nameOnly: true }).toArray()).map((collection) => collection.name));
    for (const listed of await from.listCollections().toArray()) {
      if (listed.name.startsWith('system.')) continue;
      if (there.has(listed.name)) throw new Error(`${to.databaseName}.${listed.name} is already there.`);
      copies.push({ from, to, listed });
    }
  }
  return [...copies.filter(({ listed }) => listed.type !== 'view'), ...copies.filter(({ listed }) => listed.type === 'view')];
}

async function copyAll(plan: readonly Copy[], onCopied: Move['onCopied']): Promise<Moved> {
  const moved: Moved = { collections: 0, documents: 0 };
  const begun: Copy[] = [];
  try {
    for (const copy of plan) {
      begun.push(copy);
      const documents = await copyOne(copy);
      onCopied?.(`${copy.to.databaseName}.${copy.listed.name}`, documents);
      moved.collections++;
      moved.documents += documents;
    }
    return moved;
  } catch (error) {
    for (const { to, listed } of begun) await to.dropCollection(listed.name);
    throw error;
  }
}

async function copyOne({ from, to, listed }: Copy): Promise<number> {
  if (listed.type !== 'view') return await copyCollection(from, to, listed);
  await to.createCollection(listed.name, listed.options);
  return 0;
}
