import {
  FOLLOW_LEVELS,
  FOLLOW_REASONS,
  type FollowLevel,
  type FollowReason,
} from '@beffroi/shared/features/attention/attention.vocabulary';
import { model, Schema, type Types } from 'mongoose';

/**
 * What is kept of one person about one thread or one club. Both in one collection, so that a list asks for the marks of its
 * threads and of their clubs at once, by one index.
 */
export interface MarkRecord {
  _id: Types.ObjectId;
  personId: string;
  subject: 'thread' | 'club';
  /** The thread's or the club's id. */
  subjectId: Types.ObjectId;
  clubId: string;
  /** Null: the club's for a thread, the usual one for a club. */
  level: FollowLevel | null;
  /** Why a thread has a level of its own; what she chose, taking part does not change. */
  reason: FollowReason | null;
  /** When it last changed. */
  at: Date;
  /** A thread's last reply she saw; only ever grows. Null: not even its text. */
  read: number | null;
  /** Her own replies beyond `read`, which are nothing new to her. */
  own: number[];
  /** The last reply that mentions her (0: the text). */
  mentioned?: number;
  mentionedAt?: Date;
  /** Of a club: what last moved up to then counts as read. Of a thread: when she first took part. */
  floor?: Date | null;
  visitedAt?: Date;
  previousVisitAt?: Date | null;
}

const mark = new Schema<MarkRecord>(
  {
    personId: { type: String, required: true },
    subject: { type: String, enum: ['thread', 'club'], required: true },
    subjectId: { type: Schema.Types.ObjectId, required: true },
    clubId: { type: String, required: true },
    level: { type: String, enum: [...FOLLOW_LEVELS, null], default: null },
    reason: { type: String, enum: [...FOLLOW_REASONS, null], default: null },
    at: { type: Date },
    read: { type: Number, default: null },
    own: { type: [Number], default: [] },
    mentioned: { type: Number },
    mentionedAt: { type: Date },
    floor: { type: Date },
    visitedAt: { type: Date },
    previousVisitAt: { type: Date },
  },
  { versionKey: false, collection: 'marks' },
);
// One mark a person and thing: two devices write the same one. A page's marks are read by it.
mark.index({ personId: 1, subjectId: 1 }, { unique: true });
// Who follows a thread or a club, in pages.
mark.index({ subjectId: 1, level: 1, _id: 1 });
// The threads a person follows on their own account, the latest first.
mark.index({ personId: 1, subject: 1, level: 1, at: -1 });
// Those that mention her.
mark.index({ personId: 1, mentionedAt: -1 }, { partialFilterExpression: { mentionedAt: { $exists: true } } });

export const MarkModel = model<MarkRecord>('Mark', mark);
