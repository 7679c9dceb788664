import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canReportFiche } from '@beffroi/shared/features/fiches/fiches.policy';
import { canReportReply, canReportThread } from '@beffroi/shared/features/forum/forum.policy';
import type { ReportReason } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { inBackground } from '../../../platform/logger.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { reportableFiche } from '../../fiches/fiches.queries.ts';
import { reportableReply, reportableThread } from '../../forum/forum-reports.queries.ts';
import { newReportMark, ReportModel, type ReportRecord } from '../report.model.ts';
import { settleReport } from '../settle-report.ts';

interface NewReport {
  id: string;
  reason: ReportReason;
  text: string;
}
type Post = Awaited<ReturnType<typeof reportableThread>>['post'] | Awaited<ReturnType<typeof reportableFiche>>['post'];

/** More than ever look at one post before it is decided on; one that many report waits all the same. */
const REPORTS_KEPT = 50;

const ATTEMPTS = 3;

/** Adds the report to the post's own document, unless this person's stands there already. */
const addReport = async (actor: Actor, post: Post, { reason, text }: NewReport): Promise<void> => {
  const at = now();
  const report = { by: await personRef(actor.personId), reason, text, at };
  for (let attempt = 1; ; attempt++) {
    try {
      const written = await ReportModel.findOneAndUpdate(
        { post: post.post, 'reports.by.id': { $ne: actor.personId }, [`reports.${REPORTS_KEPT - 1}`]: { $exists: false } },
        { $setOnInsert: post, $push: { reports: report }, $set: { waitingSince: at, unsettled: newReportMark() } },
        { upsert: true, returnDocument: 'after' },
      ).lean<ReportRecord>();
      if (written) inBackground('settle report', () => settleReport(written));
      return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // She reported it already, enough did, or somebody was the first at the same instant.
      const stands = await ReportModel.exists({
        post: post.post,
        $or: [{ 'reports.by.id': actor.personId }, { [`reports.${REPORTS_KEPT - 1}`]: { $exists: true } }],
      });
      if (stands) return;
      if (attempt === ATTEMPTS) throw new AppError('unavailable', { cause: error });
    }
  }
};

/** Reports a thread to those who animate its club; done again it changes nothing. @throws AppError `not-found`, `forbidden` (one’s own) */
export const reportThread = async (actor: Actor, report: NewReport): Promise<{ reported: true }> => {
  const { post, facts } = await reportableThread(actor, report.id);
  if (!canReportThread(actor, facts)) throw new AppError('forbidden');
  await addReport(actor, post, report);
  return { reported: true };
};

/** The same for a reply. @throws AppError `not-found`, `forbidden` (one’s own, a deleted one) */
export const reportReply = async (actor: Actor, report: NewReport): Promise<{ reported: true }> => {
  const { post, facts, reply } = await reportableReply(actor, report.id);
  if (!canReportReply(actor, facts, reply)) throw new AppError('forbidden');
  await addReport(actor, post, report);
  return { reported: true };
};

/** The same for a fiche. @throws AppError `not-found`, `forbidden` (one’s own) */
export const reportFiche = async (actor: Actor, report: NewReport): Promise<{ reported: true }> => {
  const { post, facts } = await reportableFiche(actor, report.id);
  if (!canReportFiche(actor, facts)) throw new AppError('forbidden');
  await addReport(actor, post, report);
  return { reported: true };
};
