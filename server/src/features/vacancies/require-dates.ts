import { AppError } from '@beffroi/shared/core/errors';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyChange } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { now } from '../../platform/clock.ts';

type Dates = Pick<VacancyChange, 'startsOn' | 'dveOn'>;

const WRONG_YEAR = 'Cette date est trop loin\u00a0: vérifiez l’année.';
const NOT_YET = 'Cette date n’est pas encore passée\u00a0: la déclaration vient avant l’offre.';

/**
 * Refuses dates that are a slip of the hand. That of the declaration counts for the month of notice: one of another century would do
 * away with it.
 * @param dates those that are being set: what was written before stands
 * @throws AppError `invalid-input`
 */
export const requireDates = ({ startsOn, dveOn }: Dates): void => {
  const today = parisDate(now());
  const { startDays, declaredDays } = VACANCY_LIMITS;
  const tooFar = (date: string, { back, ahead }: { back: number; ahead: number }): boolean =>
    date < addDays(today, -back) || date > addDays(today, ahead);
  const errors = [
    ...(startsOn && tooFar(startsOn, startDays) ? [{ path: 'startsOn', message: WRONG_YEAR }] : []),
    ...(dveOn && dveOn > today ? [{ path: 'dveOn', message: NOT_YET }] : []),
    ...(dveOn && dveOn < addDays(today, -declaredDays) ? [{ path: 'dveOn', message: WRONG_YEAR }] : []),
  ];
  if (errors.length > 0) throw new AppError('invalid-input', { errors });
};
