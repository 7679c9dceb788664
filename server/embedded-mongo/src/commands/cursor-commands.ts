import type { Document } from 'bson';
import { toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { RawArray } from '../raw-document.ts';
import { type CommandContext, type CommandTable, checkedName, countField } from './command.ts';

export const cursorCommands: CommandTable = {
  getMore: { fields: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'], run: getMore },
  killCursors: { fields: ['cursors'], run: killCursors },
};

/** In use by another, or asked for in a way the cursor is not made for. */
const REFUSALS = [143, 2];

async function getMore({ command, cursors, database, session }: CommandContext): Promise<Document> {
  const id = cursorId(command.getMore, 'getMore.getMore');
  const namespace = `${database}.${checkedCursorName(command.collection)}`;
  const cursor = cursors.get(id, namespace, session);
  try {
    const size = countField(command, 'batchSize') || Number.POSITIVE_INFINITY;
    const { batch, exhausted } = await cursor.moreOf(size, toNumber(command.maxTimeMS) || undefined);
    if (exhausted) cursors.kill(id);
    return { cursor: { nextBatch: new RawArray(batch), id: exhausted ? 0n : id, ns: namespace }, ok: 1 };
  } catch (error) {
    // A search that has failed cannot go on; what was refused before it began leaves it as it is.
    if (!(error instanceof MongoError && REFUSALS.includes(error.code))) cursors.kill(id);
    throw error;
  }
}

function cursorId(value: unknown, field: string): bigint {
  if (typeof value !== 'bigint') {
    const number = toNumber(value);
    if (number === undefined) throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'long'`);
    return BigInt(Math.trunc(number));
  }
  return value;
}

/** Cursors of commands on a database bear a name with a dollar, which no collection has. */
function checkedCursorName(name: unknown): string {
  if (typeof name !== 'string') throw new MongoError(14, "BSON field 'getMore.collection' is the wrong type, expected type 'string'");
  return name.startsWith('$cmd.') ? name : checkedName(name);
}

function killCursors({ command, cursors }: CommandContext): Document {
  if (!Array.isArray(command.cursors))
    throw new MongoError(14, "BSON field 'killCursors.cursors' is the wrong type, expected type 'array'");
  if (typeof command.killCursors !== 'string') throw new MongoError(73, 'collection name has invalid type for command killCursors');
  const cursorsKilled: bigint[] = [];
  const cursorsNotFound: bigint[] = [];
  for (const value of command.cursors) {
    const id = cursorId(value, 'killCursors.cursors');
    (cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id);
  }
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}
