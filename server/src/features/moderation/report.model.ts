import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { REPORT_REASONS, type ReportDecision, type ReportReason } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { model, Schema, Types } from 'mongoose';
import { type ModerationAct, pendingActs } from '../../platform/audit-trail.ts';

/** A post and all the reports of it: one document, so that each person reports it once and it is decided on once for all of them. */
export interface ReportRecord {
  _id: Types.ObjectId;
  /** `thread:{id}`, `reply:{id}` or `fiche:{id}`. */
  post: string;
  clubId: string;
  threadId: string;
  replyId: string | null;
  /** Of a fiche; `threadId` is then its source's. */
  ficheId?: string | null;
  number: number | null;
  title: string;
  excerpt: string;
  author: PersonRef;
  reports: { by: PersonRef; reason: ReportReason; text: string; at: Date }[];
  /** When it was last reported, while it waits for a decision. */
  waitingSince?: Date;
  /** The last decision; reports made since are not answered yet. */
  decision: { at: Date; by: PersonRef; decision: ReportDecision; reason: string } | null;
  acts?: ModerationAct[];
  /** Set by a write until all that follows from it is done; see `settle-report.ts`. */
  unsettled?: string;
}

const person = new Schema({ id: String, name: String, commune: { type: Schema.Types.Mixed, default: null } }, { _id: false });
const report = new Schema<ReportRecord>(
  {
    post: { type: String, required: true },
    clubId: { type: String, required: true },
    threadId: { type: String, required: true },
    replyId: { type: String, default: null },
    ficheId: { type: String, default: null },
    number: { type: Number, default: null },
    title: { type: String, required: true },
    excerpt: { type: String, default: '' },
    author: { type: person, required: true },
    reports: {
      type: [new Schema({ by: person, reason: { type: String, enum: REPORT_REASONS }, text: String, at: Date }, { _id: false })],
      default: [],
    },
    waitingSince: Date,
    decision: { type: new Schema({ at: Date, by: person, decision: String, reason: String }, { _id: false }), default: null },
    acts: pendingActs,
    unsettled: String,
  },
  { versionKey: false },
);
report.index({ post: 1 }, { unique: true });
// What a club has to decide on, the latest reported first.
report.index({ clubId: 1, waitingSince: -1, _id: -1 }, { partialFilterExpression: { waitingSince: { $exists: true } } });
report.index({ threadId: 1 });
report.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });

export const ReportModel = model<ReportRecord>('Report', report);

/** A mark of its own for each write: settling one never takes off that of the next. */
export const newReportMark = (): string => new Types.ObjectId().toHexString();
