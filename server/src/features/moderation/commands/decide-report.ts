import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canModerateClub, canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import type { ReportDecision } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { type ActTarget, newAct } from '../../../platform/audit-trail.ts';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { knownClub } from '../../clubs/known-clubs.queries.ts';
import { newReportMark, ReportModel, type ReportRecord } from '../report.model.ts';
import { settleReport } from '../settle-report.ts';

const ACTION = { dismiss: 'dismiss-report', remove: 'uphold-report' } as const;

const targetOf = ({ replyId, ficheId, threadId, number, title: label }: ReportRecord): ActTarget =>
  ficheId
    ? { kind: 'fiche', id: ficheId, threadId: null, number: null, label }
    : { kind: replyId ? 'reply' : 'thread', id: replyId ?? threadId, threadId, number, label };

/**
 * Dismisses the reports of a text, or has it removed; the first decision counts.
 * @throws AppError `not-found`, `forbidden`, `conflict` (decided already)
 */
export const decideReport = async (
  actor: Actor,
  { id, decision, reason }: { id: string; decision: ReportDecision; reason: string },
): Promise<{ decision: ReportDecision }> => {
  const report = await ReportModel.findById(objectId(id)).lean<ReportRecord>();
  const club = report && knownClub(report.clubId);
  if (!report || !club || !canRead(actor, club)) throw new AppError('not-found');
  if (!canModerateClub(actor, club)) throw new AppError('forbidden');
  const { clubId } = report;
  const by = await personRef(actor.personId);
  const target = targetOf(report);
  const decided = await ReportModel.findOneAndUpdate(
    { _id: report._id, waitingSince: { $exists: true } },
    {
      $set: { decision: { at: now(), by, decision, reason }, unsettled: newReportMark() },
      $unset: { waitingSince: 1 },
      $push: { acts: newAct({ by, action: ACTION[decision], clubId, target, reason }) },
    },
    { returnDocument: 'after' },
  ).lean<ReportRecord>();
  if (!decided) throw new AppError('conflict', { detail: 'Ce signalement a déjà reçu une décision.' });
  await settleReport(decided);
  return { decision };
};
