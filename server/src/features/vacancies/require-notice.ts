import { AppError } from '@beffroi/shared/core/errors';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { numericDate } from '@beffroi/shared/core/numeric-date';
import { noticeOf, oneMonthAfter } from '@beffroi/shared/features/vacancies/notice';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { now } from '../../platform/clock.ts';

const refuse = (message: string): never => {
  throw new AppError('invalid-input', { errors: [{ path: 'deadline', message }] });
};

type Noticed = Pick<VacancyContent, 'nature' | 'durationMonths' | 'emergency' | 'dveOn'>;

/** Since when an offer is published: by its declaration to the centre de gestion where it came first, else from `from` on. */
const publishedFrom = ({ dveOn }: Noticed, from: string): string => (dveOn !== null && dveOn < from ? dveOn : from);

/** The deadline an offer gets when none is said: the first the rule of notice allows, and no sooner than a month. */
export const usualDeadline = (): string => oneMonthAfter(parisDate(now()));

/** @throws AppError `invalid-input` when the deadline is past, or leaves less than a year's reach */
export const requireDeadline = (deadline: string): void => {
  const today = parisDate(now());
  if (deadline < today) refuse('Cette date est passée.');
  if (deadline > addDays(today, VACANCY_LIMITS.deadlineDays)) refuse('Pas plus d’un an d’avance.');
};

/**
 * Holds an offer to the month of notice the decree asks for, unless an emergency is stated or its contract is under a year.
 * @param publishedAt when it was first published; null for now
 * @throws AppError `invalid-input`
 */
export const requireNotice = (content: Noticed, deadline: string, publishedAt: Date | null): void => {
  requireDeadline(deadline);
  const from = publishedFrom(content, parisDate(publishedAt ?? now()));
  const { kept, earliest } = noticeOf({ ...content, from, deadline });
  if (!kept)
    refuse(
      `Le décret demande un mois de publication\u00a0: au plus tôt le ${numericDate(earliest)}. En cas d’urgence, indiquez-en le motif\u00a0; un contrat de moins d’un an n’est pas concerné.`,
    );
};
