import type { Document } from 'bson';
import { toNumber } from '../bson-codec.ts';
import { Cursor } from '../cursors/cursor.ts';
import { TailableCursor } from '../cursors/tailable-cursor.ts';
import { MongoError } from '../mongo-error.ts';
import type { Projection } from '../query/projection.ts';
import { RawArray } from '../raw-document.ts';
import type { Tail } from '../reading/tail-documents.ts';
import type { CommandContext } from './command.ts';

const FIRST_BATCH = 101;

/** Answers the first batch of some documents, and keeps a cursor for the rest. */
export async function answerCursor(
  { store, cursors, command, session }: CommandContext,
  namespace: string,
  documents: Iterable<Uint8Array | undefined>,
  {
    batchSize = FIRST_BATCH,
    single = false,
    limit = 0,
  }: { batchSize?: number | undefined; single?: boolean; limit?: number | undefined } = {},
): Promise<Document> {
  const options = { namespace, session, limit, maxTime: maxTime(command), noTimeout: command.noCursorTimeout === true };
  const cursor = new Cursor(store, documents, options);
  const { batch, exhausted } = await cursor.nextBatch(batchSize);
  const id = exhausted || single ? 0n : cursors.keep(cursor);
  return { cursor: { firstBatch: new RawArray(batch), id, ns: namespace }, ok: 1 };
}

/** The same for what a client follows to its end and beyond: the cursor stays open as long as there is a place to wait at. */
export async function answerTail(
  { store, cursors, command, session }: CommandContext,
  namespace: string,
  tail: Tail,
  projection: Projection | undefined,
  batchSize = FIRST_BATCH,
): Promise<Document> {
  const options = { namespace, session, maxTime: maxTime(command), noTimeout: command.noCursorTimeout === true };
  const cursor = new TailableCursor(store, tail, projection, { ...options, awaitData: command.awaitData === true });
  const { batch, exhausted } = await cursor.nextBatch(batchSize);
  return { cursor: { firstBatch: new RawArray(batch), id: exhausted ? 0n : cursors.keep(cursor), ns: namespace }, ok: 1 };
}

/** The time a client gives a command, in milliseconds; 0 is no limit. */
function maxTime(command: Document): number | undefined {
  return toNumber(command.maxTimeMS) || undefined;
}

/** An answer that is whole, in the form of a cursor. */
export function wholeCursor(namespace: string, documents: Document[]): Document {
  return { cursor: { firstBatch: documents, id: 0n, ns: namespace }, ok: 1 };
}

/** The batch size inside `cursor: {batchSize}`. */
export function cursorBatchSize(cursor: unknown): number | undefined {
  const size = toNumber((cursor as Document | undefined)?.batchSize);
  if (size !== undefined && size < 0) throw new MongoError(2, 'cursor.batchSize must not be negative');
  return size;
}
