import os from 'node:os';
import type { Document } from 'bson';
import { prefixRange } from '../order/byte-range.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { storageKey } from '../storage/document-key.ts';
import { countKeys } from '../storage/key-scan.ts';
import { MOST_CONNECTIONS } from './activity.ts';
import { type CommandContext, type CommandTable, collectionName, findCollection } from './command.ts';

export const diagnosticCommands: CommandTable = {
  serverStatus: { fields: ['repl', 'metrics', 'locks', 'network', 'opcounters', 'wiredTiger'], run: serverStatus },
  collStats: { fields: ['scale'], run: collStats },
  dbStats: { fields: ['scale', 'freeStorage'], run: dbStats },
};

function serverStatus({ store, cursors, activity }: CommandContext): Document {
  const uptime = (Date.now() - store.startedAt.getTime()) / 1000;
  return {
    host: os.hostname(),
    version: '7.0.0',
    process: 'embedded-mongo',
    pid: process.pid,
    uptime,
    localTime: new Date(),
    connections: {
      current: activity.connections,
      available: MOST_CONNECTIONS - activity.connections,
      totalCreated: activity.totalConnections,
    },
    opcounters: activity.operations,
    mem: { bits: 64, resident: Math.round(process.memoryUsage.rss() / 2 ** 20) },
    metrics: { cursor: { open: { total: cursors.size } } },
    storageEngine: { name: 'lmdb', persistent: true, supportsCommittedReads: true },
    ok: 1,
  };
}

function collStats(context: CommandContext): Document {
  const name = collectionName(context);
  const collection = findCollection(context, name);
  const namespace = `${context.database}.${name}`;
  if (!collection) return { ns: namespace, size: 0, count: 0, storageSize: 0, nindexes: 0, totalIndexSize: 0, indexSizes: {}, ok: 1 };
  const { count, size } = collection;
  const indexSizes = Object.fromEntries(
    collection.allIndexes.map((index) => [index.name, index.primary ? count : entryCount(context, index.id)]),
  );
  return {
    ns: namespace,
    size,
    count,
    ...(count > 0 ? { avgObjSize: Math.round(size / count) } : {}),
    storageSize: size,
    nindexes: collection.allIndexes.length,
    indexSizes,
    capped: collection.options.capped === true,
    ...(collection.options.capped ? { max: collection.options.max ?? 0, maxSize: collection.options.size } : {}),
    ok: 1,
  };
}

/** Entries of an index, counted by LMDB. */
function entryCount({ store }: CommandContext, id: number): number {
  return countKeys({ map: store.environment.entries, epoch: () => 0 }, prefixRange(storageKey(id, Buffer.alloc(0))));
}

function dbStats({ store, database }: CommandContext): Document {
  const collections = store.catalog.list(database);
  const sum = (of: (collection: CollectionState) => number) => collections.reduce((total, collection) => total + of(collection), 0);
  const objects = sum(({ count }) => count);
  const dataSize = sum(({ size }) => size);
  return {
    db: database,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: objects > 0 ? dataSize / objects : 0,
    dataSize,
    storageSize: dataSize,
    indexes: sum(({ allIndexes }) => allIndexes.length),
    ok: 1,
  };
}
