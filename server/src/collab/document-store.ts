import { Types } from 'mongoose';
import { isDuplicate } from '../platform/duplicate-key.ts';
import { type LoggedBatch, LoggedBatchModel, type Snapshot, SnapshotModel } from './document-log.model.ts';
import { ReadTogether } from './read-together.ts';
import { splitUpdates } from './wire.ts';

export interface LogLength {
  updates: number;
  bytes: number;
}

/** What is on disk of a document, in the order it is to be applied. */
export interface StoredDocument {
  updates: Uint8Array[];
  snapshotIds: Types.ObjectId[];
  /** The last number of each writer in the log. */
  logged: Map<string, number>;
  log: LogLength;
  bytes: number;
  /** Who wrote what is in the log, and when the last of it was written; null when the log is empty. */
  lastWritten: { personIds: string[]; at: Date } | null;
}

/** A lean document's bytes come as the driver's own kind. */
const bytesOf = (value: Buffer | { buffer: Uint8Array; position: number }): Uint8Array =>
  Buffer.isBuffer(value) ? value : value.buffer.subarray(0, value.position);

const lastOf = (log: readonly LoggedBatch[]): StoredDocument['lastWritten'] => {
  const last = log.at(-1);
  return last ? { personIds: [...new Set(log.flatMap(({ by }) => by))], at: last.at } : null;
};

const storedOf = (log: LoggedBatch[], snapshots: readonly Snapshot[]): StoredDocument => {
  log.sort((one, other) => one.at.getTime() - other.at.getTime() || one.seq - other.seq);
  const logged = new Map<string, number>();
  for (const { writer, seq } of log) logged.set(writer, Math.max(seq, logged.get(writer) ?? 0));
  const logBytes = log.map(({ updates }) => bytesOf(updates));
  const updates = [...snapshots.map(({ state }) => bytesOf(state)), ...logBytes.flatMap(splitUpdates)];
  const sizeOf = (all: Uint8Array[]) => all.reduce((sum, { length }) => sum + length, 0);
  return {
    updates,
    snapshotIds: snapshots.map(({ _id }) => _id),
    logged,
    log: { updates: log.reduce((sum, { count }) => sum + count, 0), bytes: sizeOf(logBytes) },
    bytes: sizeOf(updates),
    lastWritten: lastOf(log),
  };
};

/** The log before the snapshots: what leaves the log meanwhile is in a snapshot that is there by then. */
const readAll = async (documentIds: readonly string[]): Promise<Map<string, StoredDocument>> => {
  const these = { documentId: { $in: documentIds } };
  const log = await LoggedBatchModel.find(these).lean<LoggedBatch[]>();
  const snapshots = await SnapshotModel.find(these).sort({ _id: 1 }).lean<Snapshot[]>();
  const of = <T extends { documentId: string }>(all: readonly T[], id: string) => all.filter(({ documentId }) => documentId === id);
  return new Map(documentIds.map((id) => [id, storedOf(of(log, id), of(snapshots, id))]));
};

/** After a restart everybody comes back at once. */
const READ_TOGETHER = 40;
const reads = new ReadTogether(readAll, READ_TOGETHER);

/** Reads a document, together with others that are asked for at the same time. */
export const readStored = (documentId: string): Promise<StoredDocument> => reads.read(documentId);

/** Whether anything was ever written of this document. */
export const isStored = async (documentId: string): Promise<boolean> =>
  Boolean((await SnapshotModel.exists({ documentId })) ?? (await LoggedBatchModel.exists({ documentId })));

/** Writes batches; those that were written before, though nobody heard of it, are left as they are. */
export const appendBatches = async (batches: LoggedBatch[]): Promise<void> => {
  try {
    // By the driver: these are made here, field by field, and casting them again costs as much as the rest of the write.
    await LoggedBatchModel.collection.insertMany(batches, { ordered: false });
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: { code?: number }[] };
    const refused = writeErrors ?? [error as { code?: number }];
    if (!refused.every(isDuplicate)) throw error;
  }
};

export const insertSnapshot = async (documentId: string, state: Uint8Array): Promise<Types.ObjectId> => {
  const _id = new Types.ObjectId();
  await SnapshotModel.insertMany([{ _id, documentId, state: Buffer.from(state), at: new Date() }], { lean: true });
  return _id;
};

/** Removes what a snapshot holds: the log up to these numbers and the snapshots before it. Cut short, it is done the next time. */
export const dropCovered = async (
  documentId: string,
  covered: ReadonlyMap<string, number>,
  snapshotIds: readonly Types.ObjectId[],
): Promise<void> => {
  for (const [writer, seq] of covered) await LoggedBatchModel.deleteMany({ documentId, writer, seq: { $lte: seq } });
  if (snapshotIds.length > 0) await SnapshotModel.deleteMany({ _id: { $in: [...snapshotIds] } });
};

export const dropDocument = async (documentId: string): Promise<void> => {
  await LoggedBatchModel.deleteMany({ documentId });
  await SnapshotModel.deleteMany({ documentId });
};
