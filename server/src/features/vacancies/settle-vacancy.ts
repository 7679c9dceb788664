import { isOpen } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { publish } from '../../platform/events.ts';
import { inBackground, logger } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { tellSearchers } from './tell-searchers.ts';
import { vacancyFactsOf } from './vacancies.presenter.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;
const AT_A_TIME = 500;

type Settled = Pick<
  VacancyRecord,
  '_id' | 'commune' | 'version' | 'state' | 'deadline' | 'publishedAt' | 'changedAt' | 'unsettled' | 'untold'
>;

const tell = async ({ _id, commune, version, unsettled, ...facts }: Settled): Promise<void> => {
  const open = isOpen(vacancyFactsOf({ commune, ...facts }));
  await publish('vacancies.vacancy.changed', {
    vacancyId: _id.toHexString(),
    communeSlug: commune,
    version,
    state: facts.state,
    open,
    created: facts.publishedAt?.getTime() === facts.changedAt.getTime(),
  });
  if (facts.untold) await tellSearchers(_id);
  await VacancyModel.updateOne({ _id, unsettled }, { $unset: { unsettled: 1 } });
};

/** Tells whoever follows vacancies, and those who wait for such a one, without keeping the writer waiting. */
export const settleVacancy = async (vacancy: Settled): Promise<void> => {
  inBackground('settle vacancy', () => tell(vacancy));
};

/** Carries out what a crash interrupted; `all` at start. Twice does no harm. */
export const sweepVacancies = async ({ all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  const fields = { commune: 1, version: 1, state: 1, deadline: 1, publishedAt: 1, changedAt: 1, unsettled: 1, untold: 1 } as const;
  const vacancies = await VacancyModel.find({ unsettled: overdue }, fields).limit(AT_A_TIME).lean<Settled[]>();
  for (const vacancy of vacancies) await tell(vacancy).catch((error: unknown) => logger.error({ err: error }, 'vacancy not settled'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingVacancies = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep vacancies', everyMs: SWEEP_EVERY_MS, work: () => sweepVacancies() });

/** Whether some write still has something to follow. */
export const hasUnsettledVacancies = async (): Promise<boolean> => Boolean(await VacancyModel.exists({ unsettled: { $exists: true } }));
