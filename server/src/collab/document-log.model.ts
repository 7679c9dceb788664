import { model, Schema, type Types } from 'mongoose';

/** A batch of updates of one document, as one process received them: written once, never changed. */
export interface LoggedBatch {
  documentId: string;
  /** The process that wrote it: each numbers its own batches, so that none ever waits for another or claims its number. */
  writer: string;
  seq: number;
  /** How many updates there are in `updates`, each with its length before it. */
  count: number;
  updates: Buffer;
  /** Whose they are. */
  by: string[];
  at: Date;
}

const batchSchema = new Schema<LoggedBatch>(
  {
    documentId: { type: String, required: true },
    writer: { type: String, required: true },
    seq: { type: Number, required: true },
    count: { type: Number, required: true },
    updates: { type: Buffer, required: true },
    by: { type: [String], required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'documentupdates' },
);
// A batch written again because its acknowledgement was lost is refused here.
batchSchema.index({ documentId: 1, writer: 1, seq: 1 }, { unique: true });

/** A document as it was once: all that the log held until then. There may be two for a moment, each true; they merge. */
export interface Snapshot {
  _id: Types.ObjectId;
  documentId: string;
  state: Buffer;
  at: Date;
}

const snapshotSchema = new Schema<Snapshot>(
  {
    documentId: { type: String, required: true },
    state: { type: Buffer, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'documentsnapshots' },
);
snapshotSchema.index({ documentId: 1 });

export const LoggedBatchModel = model('LoggedBatch', batchSchema);
export const SnapshotModel = model('Snapshot', snapshotSchema);
