import { model, Schema, type Types } from 'mongoose';

/** Who, of one commune, has read an announcement. */
export interface ReceiptRecord {
  threadId: Types.ObjectId;
  /** Null: people who serve no commune. */
  commune: string | null;
  people: { id: string; name: string; at: Date }[];
  count: number;
}

const receipt = new Schema<ReceiptRecord>(
  {
    threadId: { type: Schema.Types.ObjectId, required: true },
    commune: { type: String, default: null },
    people: { type: [new Schema({ id: String, name: String, at: Date }, { _id: false })], default: [] },
    count: { type: Number, default: 0 },
  },
  { collection: 'receipts', versionKey: false },
);
// One document for a commune: whoever opens an announcement again is not counted twice, and its readers are read by commune.
receipt.index({ threadId: 1, commune: 1 }, { unique: true });

export const ReceiptModel = model<ReceiptRecord>('Receipt', receipt);
