import { logger } from '../../platform/logger.ts';
import { markDone, wasDone } from '../../platform/milestones.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { derived } from './change-vacancy.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';

/** Another name whenever what vacancies are found by changes: those that were written before are gone through once more. */
const DONE = 'vacancies found by all they say';
const AT_A_TIME = 100;
const LOOK_EVERY_MS = 3_600_000;

/** One that is changed in the same moment is read again: its new text counts. */
const renew = async (seen: VacancyRecord): Promise<void> => {
  const { _id, version } = seen;
  const { matchedCount } = await VacancyModel.updateOne({ _id, version }, { $set: derived(seen) });
  if (matchedCount > 0) return;
  const current = await VacancyModel.findById(_id, { found: 0 }).lean<VacancyRecord>();
  if (current) await renew(current);
};

/** Has every vacancy found by what it is found by today. Once a territory; interrupted, it begins anew, and twice does no harm. */
export const renewVacancyTerms = async (goOn: () => boolean = () => true): Promise<void> => {
  if (await wasDone(DONE)) return;
  let after: Record<string, unknown> = {};
  while (goOn()) {
    const vacancies = await VacancyModel.find(after, { found: 0, trail: 0 }).sort({ _id: 1 }).limit(AT_A_TIME).lean<VacancyRecord[]>();
    for (const vacancy of vacancies) await renew(vacancy);
    const last = vacancies.at(-1);
    if (!last) {
      logger.info('vacancies are found by all they say');
      return markDone(DONE);
    }
    after = { _id: { $gt: last._id } };
  }
};

/** Renews in the background from the start on; gives back how to stop. */
export const startRenewingTerms = (): (() => Promise<void>) =>
  startRecurring({ name: 'renew what vacancies are found by', everyMs: LOOK_EVERY_MS, work: renewVacancyTerms, atOnce: true });
