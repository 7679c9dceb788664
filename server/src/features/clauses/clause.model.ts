import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { model, Schema, type Types } from 'mongoose';

/** That an article came of a thread’s answer; the text itself is a suggestion in the document. */
export interface ClauseRecord {
  _id: Types.ObjectId;
  threadId: string;
  templateId: string;
  /** Null at the end of the document. */
  articleId: string | null;
  /** « Article 6 – Prix » as the text last called it; see `follow-text.ts`. */
  article: string;
  /** Nothing of the suggestion was left in the text when it was last looked at: decided, or deleted by hand. */
  gone?: boolean;
  /** How often it was refused there and proposed again. */
  again?: number;
  by: PersonRef;
  at: Date;
}

const { Mixed } = Schema.Types;
const clause = new Schema<ClauseRecord>(
  {
    threadId: { type: String, required: true },
    templateId: { type: String, required: true },
    articleId: { type: String, default: null },
    article: { type: String, required: true },
    gone: { type: Boolean },
    again: { type: Number },
    by: { type: Mixed, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
// An answer is proposed once for each article; read by thread too.
clause.index({ threadId: 1, templateId: 1, articleId: 1 }, { unique: true });
clause.index({ templateId: 1, at: -1 });

export const ClauseModel = model<ClauseRecord>('Clause', clause);
