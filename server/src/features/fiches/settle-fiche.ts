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

/** Search follows each writing; those who follow the club are told once, of the first. */
const settle = async ({ _id, clubId, threadId, createdAt, createdBy, source, version, unsettled }: FicheRecord): Promise<void> => {
  const ficheId = _id.toHexString();
  await publish('fiches.fiche.changed', { ficheId, clubId });
  if (version === 1 && Date.now() - createdAt.getTime() < NEWS_MS) {
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
