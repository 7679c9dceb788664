import { Types } from 'mongoose';
import { recordActs } from '../../platform/audit-trail.ts';
import { publish } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { administratorIds, hasPilot } from './animators.ts';
import { ReportModel, type ReportRecord } from './report.model.ts';

const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

/** A fiche is not a place of its own: its club's reports are. */
const placeOf = ({ clubId, threadId, ficheId, number }: ReportRecord) =>
  ficheId ? { clubId } : { clubId, threadId, ...(number !== null && { replyNumber: number }) };

/** Those who animate the club are told of each report; where nobody does, those who administer the territory. */
const tellAnimators = async (record: ReportRecord): Promise<void> => {
  const to = (await hasPilot(record.clubId)) ? { pilots: record.clubId } : { people: await administratorIds() };
  for (const { by, text, at } of record.reports.filter(({ at }) => !record.decision || at > record.decision.at))
    await notify({
      key: `report:${record._id.toHexString()}:${by.id}`,
      kind: 'report',
      byId: by.id,
      ...placeOf(record),
      ...(text && { note: text }),
      at,
      to,
    });
};

const OUTCOME = {
  dismiss: 'Votre signalement a été examiné, ce texte reste en place.',
  remove: 'Le texte que vous avez signalé a été retiré.',
};

/** What was decided is carried out, and those who reported the post since the decision before are told. */
const carryOut = async (record: ReportRecord): Promise<void> => {
  const { _id, decision, threadId, replyId, ficheId, clubId, reports } = record;
  if (!decision) return;
  const { by, reason, at } = decision;
  if (decision.decision === 'remove')
    await (ficheId
      ? publish('moderation.fiche.condemned', { ficheId, byId: by.id, reason })
      : publish('moderation.post.condemned', { threadId, replyId, byId: by.id, reason }));
  // Not tied to the post: removed, it could not be read.
  const key = `report-decided:${_id.toHexString()}:${at.getTime()}`;
  const people = [...new Set(reports.map((report) => report.by.id))];
  await notify({ key, kind: 'moderation', byId: by.id, clubId, note: `${OUTCOME[decision.decision]} ${reason}`, at, to: { people } });
};

/** Carries out what follows from a report or a decision. Safe to do twice. */
export const settleReport = async (record: ReportRecord): Promise<void> => {
  const { _id, acts = [], unsettled, waitingSince } = record;
  if (waitingSince) await tellAnimators(record);
  else await carryOut(record);
  await recordActs(acts);
  if (acts.length > 0) await ReportModel.updateOne({ _id }, { $pull: { acts: { _id: { $in: acts.map((act) => act._id) } } } });
  await ReportModel.updateOne({ _id, unsettled: unsettled as string }, { $unset: { unsettled: 1 } });
};

const isOverdue = ({ unsettled }: ReportRecord): boolean =>
  Date.now() - new Types.ObjectId(unsettled).getTimestamp().getTime() > OVERDUE_MS;

/** Carries out what a crash interrupted; `all` at start, without waiting to see whether another process is at it. */
export const sweepReports = async ({ all = false } = {}): Promise<void> => {
  const marked = await ReportModel.find({ unsettled: { $exists: true } })
    .limit(1_000)
    .lean<ReportRecord[]>();
  for (const record of marked.filter((one) => all || isOverdue(one)))
    await settleReport(record).catch((error: unknown) => logger.error({ err: error }, 'report not settled'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingReports = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep reports', everyMs: SWEEP_EVERY_MS, work: () => sweepReports() });
