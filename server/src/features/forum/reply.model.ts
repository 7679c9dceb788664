import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { model, Schema, type Types } from 'mongoose';
import { type ModerationAct, pendingActs } from '../../platform/audit-trail.ts';
import { authorSchema } from './author.schema.ts';
import { forgettingPages } from './forgetting-pages.ts';
import { type Removal, removalSchema } from './removal.schema.ts';

export interface ReplyRecord {
  _id: Types.ObjectId;
  threadId: Types.ObjectId;
  clubId: string;
  number: number;
  parentId: Types.ObjectId | null;
  body: RichText;
  author: PersonRef;
  createdAt: Date;
  editedAt: Date | null;
  /** Who last edited it: the author, or who animates the club. */
  editedBy: PersonRef | null;
  version: number;
  usefulBy: string[];
  usefulCount: number;
  deletedAt: Date | null;
  deletedBy: string | null;
  /** Who took it out of sight in the club's name, and why; null when it was not, or by its author. */
  removal?: Removal | null;
  /** Moderations not yet in the audit trail. */
  acts?: ModerationAct[];
  /** Set by a write until all that follows from it is done; see `settle.ts`. */
  unsettled?: string;
  idempotencyKey?: string;
}

const reply = new Schema<ReplyRecord>(
  {
    threadId: { type: Schema.Types.ObjectId, required: true },
    clubId: { type: String, required: true },
    number: { type: Number, required: true },
    parentId: { type: Schema.Types.ObjectId, default: null },
    body: { type: Schema.Types.Mixed, required: true },
    author: { type: authorSchema, required: true },
    createdAt: { type: Date, required: true },
    editedAt: { type: Date, default: null },
    editedBy: { type: authorSchema, default: null },
    version: { type: Number, default: 1 },
    usefulBy: { type: [String], default: [] },
    usefulCount: { type: Number, default: 0 },
    deletedAt: { type: Date, default: null },
    deletedBy: { type: String, default: null },
    removal: { type: removalSchema, default: null },
    acts: pendingActs,
    unsettled: { type: String },
    idempotencyKey: { type: String },
  },
  { versionKey: false, minimize: false },
);
// Allots the numbers: n is free only until someone inserts it, and n + 1 is tried only once n is there.
// So numbers have no gap and whoever sees n + 1 can read n: `?after=n` misses nothing.
reply.index({ threadId: 1, number: 1 }, { unique: true });
// What came to a thread since a newcomer's arrival.
reply.index({ threadId: 1, createdAt: 1 });
// The same reply sent twice is created once.
reply.index({ 'author.id': 1, idempotencyKey: 1 }, { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } });
// Weekly activity of a club.
reply.index({ clubId: 1, createdAt: -1 });
// What a crash interrupted.
reply.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
forgettingPages(reply, 'threadId');

export const ReplyModel = model<ReplyRecord>('Reply', reply);
