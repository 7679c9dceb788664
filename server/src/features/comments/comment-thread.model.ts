import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { model, Schema, Types } from 'mongoose';
import { type ModerationAct, pendingActs } from '../../platform/audit-trail.ts';

/** Who took a comment out of sight, why, and the act that tells of it. */
export interface CommentRemoval {
  by: PersonRef;
  reason: string;
  actId: string;
}

/** Who said it in Word, and when, as the file says. */
export interface WrittenInWord {
  author: string;
  at: Date | null;
}

export interface CommentRecord {
  _id: Types.ObjectId;
  author: PersonRef;
  /** When its author imported it. */
  imported?: WrittenInWord | null;
  body: RichText;
  createdAt: Date;
  editedAt: Date | null;
  version: number;
  deletedAt: Date | null;
  deletedBy: string | null;
  /** When another deleted it. */
  removal?: CommentRemoval | null;
  idempotencyKey?: string;
}

/** A comment and its answers, in one document: reading a model's comments is one query, and an answer one write. */
export interface CommentThreadRecord extends CommentRecord {
  templateId: string;
  clubId: string;
  anchor: { from: string; to: string };
  quote: string;
  /** By nobody here where it was resolved in Word. */
  resolution: { at: Date; by: PersonRef | null } | null;
  replies: CommentRecord[];
  /** The comments and answers of which nobody has been told yet; see `tell-comment.ts`. */
  untold?: string[];
  /** Moderations not yet in the audit trail; see `tell-comment.ts`. */
  acts?: ModerationAct[];
}

const { Mixed, ObjectId } = Schema.Types;
const commentFields = {
  author: { type: Mixed, required: true },
  imported: { type: Mixed, default: null },
  body: { type: Mixed, required: true },
  createdAt: { type: Date, required: true },
  editedAt: { type: Date, default: null },
  version: { type: Number, default: 1 },
  deletedAt: { type: Date, default: null },
  deletedBy: { type: String, default: null },
  removal: { type: Mixed, default: null },
  idempotencyKey: { type: String },
};
const reply = new Schema<CommentRecord>({ _id: { type: ObjectId, required: true }, ...commentFields }, { minimize: false });
const thread = new Schema<CommentThreadRecord>(
  {
    ...commentFields,
    templateId: { type: String, required: true },
    clubId: { type: String, required: true },
    anchor: { type: Mixed, required: true },
    quote: { type: String, required: true },
    resolution: { type: Mixed, default: null },
    replies: { type: [reply], default: [] } as never,
    untold: { type: [String], default: undefined } as never,
    acts: pendingActs as never,
  },
  { versionKey: false, minimize: false, collection: 'documentcomments' },
);
// A model's comments, the last begun first.
thread.index({ templateId: 1, createdAt: -1, _id: -1 });
// An answer is named by its own id.
thread.index({ 'replies._id': 1 });
// The same comment sent twice is made once.
thread.index({ 'author.id': 1, idempotencyKey: 1 }, { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } });
// What a crash interrupted.
thread.index({ untold: 1 }, { partialFilterExpression: { untold: { $exists: true } } });
thread.index({ 'acts._id': 1 }, { partialFilterExpression: { 'acts._id': { $exists: true } } });

export const CommentThreadModel = model<CommentThreadRecord>('CommentThread', thread);

/** A comment or an answer just written. */
export const newComment = (
  fields: Pick<CommentRecord, 'author' | 'body' | 'createdAt' | 'imported'> & { idempotencyKey?: string | undefined },
): CommentRecord => {
  const { idempotencyKey, ...written } = fields;
  return {
    _id: new Types.ObjectId(),
    ...written,
    editedAt: null,
    version: 1,
    deletedAt: null,
    deletedBy: null,
    ...(idempotencyKey && { idempotencyKey }),
  };
};
