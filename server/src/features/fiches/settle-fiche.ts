import { recordActs } from '../../platform/audit-trail.ts';
import { publish } from '../../platform/events.ts';
import { inBackground } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { FicheModel, type FicheRecord } from './fiche.model.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;
/** The past of a demonstration rings nobody. */
const NEWS_MS = 24 * 3_600_000;

/** Whoever made a fiche is told why it was removed; the acts are kept in it until the trail has them. */
const followActs = async ({ _id, clubId, title, createdBy, acts = [] }: FicheRecord): Promise<void> => {
  if (acts.length === 0) return;
  for (const { _id: key, action, by, reason, at } of acts)
    if (action === 'remove' && reason)
      await publish('fiches.fiche.removed', { key, clubId, title, authorId: createdBy.id, byId: by.id, reason, at });
  await recordActs(acts);
  await FicheModel.updateOne({ _id }, { $pull: { acts: { _id: { $in: acts.map((act) => act._id) } } } });
};

/** Search follows each writing; those who follow the club are told once, of the first. */
const settle = async (fiche: FicheRecord): Promise<void> => {
  const { _id, clubId, threadId, createdAt, createdBy, source, version, removal, unsettled } = fiche;
  const ficheId = _id.toHexString();
  await followActs(fiche);
  await publish('fiches.fiche.changed', { ficheId, clubId });
  if (version === 1 && !removal && Date.now() - createdAt.getTime() < NEWS_MS) {
    const told = { byId: createdBy.id, clubId, threadId, replyNumber: source.number, at: createdAt };
    await notify({ ...told, key: `fiche:${ficheId}`, kind: 'fiche', to: { club: clubId } });
  }
  await FicheModel.updateOne({ _id, unsettled }, { $unset: { unsettled: 1 } });
};

/** Carries out what follows from a writing, without keeping the writer waiting. */
export const settleFiche = (fiche: FicheRecord): void => inBackground('settle fiche', () => settle(fiche));

/** Carries out what a crash interrupted; `all` at start. Twice does no harm. */
export const sweepFiches = async ({ all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  for (const fiche of await FicheModel.find({ unsettled: overdue }).limit(1_000).lean<FicheRecord[]>()) await settle(fiche);
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingFiches = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep fiches', everyMs: SWEEP_EVERY_MS, work: () => sweepFiches() });
