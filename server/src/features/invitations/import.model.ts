import { model, Schema, type Types } from 'mongoose';
import type { InvitedMembership } from './invitation.model.ts';

/** A line of a file that was confirmed. */
export interface ConfirmedLine {
  email: string;
  name: string;
  function: string;
  memberships: InvitedMembership[];
  /** Whether who has an account is given them without being asked, as the policy decided when it was confirmed. */
  unasked?: boolean;
}

/** A confirmed file: one durable document, carried out line by line and resumed where a crash left it. */
export interface ImportRecord {
  _id: Types.ObjectId;
  by: { id: string; name: string };
  /** Of the file and what it was to do: confirmed twice by the same person, it is one import. */
  hash: string;
  at: Date;
  lines: ConfirmedLine[];
  /** Lines carried out. */
  done: number;
  pending?: true;
  doneAt?: Date;
}

const importSchema = new Schema<ImportRecord>(
  {
    by: { type: new Schema({ id: String, name: String }, { _id: false }), required: true },
    hash: { type: String, required: true },
    at: { type: Date, required: true },
    // Made by the server from what the contract let through.
    lines: { type: Schema.Types.Mixed, required: true },
    done: { type: Number, default: 0 },
    pending: Boolean,
    doneAt: Date,
  },
  { versionKey: false },
);
importSchema.index({ 'by.id': 1, hash: 1 }, { unique: true, partialFilterExpression: { pending: { $exists: true } } });
importSchema.index({ pending: 1, _id: 1 }, { partialFilterExpression: { pending: { $exists: true } } });
importSchema.index({ doneAt: 1 }, { expireAfterSeconds: 30 * 86_400 });

export const ImportModel = model<ImportRecord>('PeopleImport', importSchema);
