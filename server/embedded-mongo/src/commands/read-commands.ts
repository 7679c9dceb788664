import type { Document } from 'bson';
import { toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { orderKey } from '../order/order-key.ts';
import { decoderOf } from '../partial-decode.ts';
import { someValue, splitPath } from '../query/path-values.ts';
import { countDocuments } from '../reading/count-documents.ts';
import { findDocuments, refuseCollation } from '../reading/find-documents.ts';
import { type CommandContext, type CommandTable, collectionName, countField, documentField, findCollection } from './command.ts';

export const readCommands: CommandTable = {
  count: { fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'], run: count },
  distinct: { fields: ['key', 'query', 'collation', 'hint'], run: distinct },
};

async function count(context: CommandContext): Promise<Document> {
  const { command, store } = context;
  refuseCollation(command);
  const collection = findCollection(context);
  const filter = documentField(command, 'query') ?? {};
  if (!collection) return { n: 0, ok: 1 };
  const limit = Math.abs(toNumber(command.limit) ?? 0);
  return {
    n: countDocuments(store, collection, { filter, sort: [], hint: command.hint, skip: countField(command, 'skip'), limit }),
    ok: 1,
  };
}

/** The values at a path, array elements apart, each once. */
async function distinct(context: CommandContext): Promise<Document> {
  const { command, store } = context;
  refuseCollation(command);
  const name = collectionName(context);
  if (typeof command.key !== 'string') throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const parts = splitPath(command.key);
  const decoder = decoderOf(new Set(parts.slice(0, 1)));
  const values = new Map<string, unknown>();
  const collection = findCollection(context, name);
  const filter = documentField(command, 'query') ?? {};
  for (const item of collection ? findDocuments(store, collection, { filter, sort: [], hint: command.hint }) : []) {
    if (!item) continue;
    someValue(decoder(item.bytes), parts, (value, whole) => {
      if (value !== undefined && !whole) values.set(orderKey(value).toString('latin1'), value);
      return false;
    });
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { values: sorted, ok: 1 };
}
