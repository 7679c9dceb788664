import { model, Schema, type Types } from 'mongoose';

/** One person has read one announcement. */
export interface ReceiptRecord {
  _id: Types.ObjectId;
  threadId: Types.ObjectId;
  personId: string;
  name: string;
  /** Where she was when she read it, and stays counted; null: she served no commune. */
  commune: string | null;
  at: Date;
  /** Her place among all its readers: the last one's is how many there are. */
  number: number;
  /** The same among those of her commune. */
  rank: number;
}

const receipt = new Schema<ReceiptRecord>(
  {
    threadId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    name: { type: String, required: true },
    commune: { type: String, default: null },
    at: { type: Date, required: true },
    number: { type: Number, required: true },
    rank: { type: Number, required: true },
  },
  { collection: 'announcement_receipts', versionKey: false },
);
// Whoever opens an announcement again, or from another commune, is not counted twice.
receipt.index({ threadId: 1, personId: 1 }, { unique: true });
// Numbers without gaps, one reader each: counting is reading the last, however many there are.
receipt.index({ threadId: 1, number: 1 }, { unique: true });
receipt.index({ threadId: 1, commune: 1, rank: 1 }, { unique: true });
// The first reader of each commune: the communes where it was read.
receipt.index({ threadId: 1, rank: 1 });

export const ReceiptModel = model<ReceiptRecord>('Receipt', receipt);
