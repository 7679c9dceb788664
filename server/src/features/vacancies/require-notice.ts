import { AppError } from '@beffroi/shared/core/errors';
import { addDays, daysBetween, parisDate } from '@beffroi/shared/core/half-days';
import { numericDate } from '@beffroi/shared/core/numeric-date';
import { type NoticeRule, noticeOf, oneMonthAfter } from '@beffroi/shared/features/vacancies/notice';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { now } from '../../platform/clock.ts';
import type { VacancyRecord } from './vacancy.model.ts';

const refuse = (message: string): never => {
  throw new AppError('invalid-input', { errors: [{ path: 'deadline', message }] });
};

const nextDay = (earliest: string): string => `La date limite vient après le jour de la publication\u00a0: au plus tôt le ${earliest}.`;

/** Why a deadline is too soon, by the rule the offer is under: who stated an emergency is not told to. */
const TOO_SOON: Record<NoticeRule, (earliest: string) => string> = {
  'one-month': (earliest) =>
    `Le décret demande un mois de publication\u00a0: au plus tôt le ${earliest}. En cas d’urgence, indiquez-en le motif\u00a0; un contrat de moins d’un an n’est pas concerné.`,
  emergency: nextDay,
  'under-one-year': nextDay,
};

type Noticed = Pick<VacancyContent, 'nature' | 'durationMonths' | 'contractuels' | 'article' | 'emergency' | 'dveOn'>;

/** Since when an offer is published: by its declaration to the centre de gestion where it came first, else from `from` on. */
const publishedFrom = ({ dveOn }: Noticed, from: string): string => (dveOn !== null && dveOn < from ? dveOn : from);

/** Since when a vacancy counts as published; null for a draft. */
export const noticedFrom = ({ noticeFrom, publishedAt }: Pick<VacancyRecord, 'noticeFrom' | 'publishedAt'>): string | null =>
  noticeFrom ?? (publishedAt && parisDate(publishedAt));

/** The deadline an offer gets when none is said: the first the rule of notice allows, and no sooner than a month. */
export const usualDeadline = (): string => oneMonthAfter(parisDate(now()));

/** @throws AppError `invalid-input` when the deadline is past, or leaves less than a year's reach */
export const requireDeadline = (deadline: string): void => {
  const today = parisDate(now());
  if (deadline < today) refuse('Cette date est passée.');
  if (deadline > addDays(today, VACANCY_LIMITS.deadlineDays)) refuse('Pas plus d’un an d’avance.');
};

/** The first day on which an offer published on `from` may close. */
const earliestDeadline = (content: Noticed, from: string): string =>
  noticeOf({ ...content, from: publishedFrom(content, from), deadline: null }).earliest;

/** Whether its time of notice was over when it was closed. */
const hadItsNotice = (vacancy: VacancyRecord, from: string, closedOn: string): boolean => earliestDeadline(vacancy, from) <= closedOn;

/**
 * Since when an offer put back counts as published: the days it was out of sight before the end of its notice do not count, so
 * that publishing, withdrawing and publishing again on the eve of the deadline gains nothing.
 */
export const noticeOfPutBack = (vacancy: VacancyRecord): string | null => {
  const from = noticedFrom(vacancy);
  if (from === null || vacancy.closedAt === null) return from;
  const closedOn = parisDate(vacancy.closedAt);
  if (hadItsNotice(vacancy, from, closedOn)) return from;
  return addDays(from, daysBetween(closedOn, parisDate(now())));
};

/** The deadline of an offer put back without saying one: its own where that leaves the notice it is owed, else a month from now. */
export const deadlineOfPutBack = (vacancy: VacancyRecord, from: string | null): string => {
  const { deadline } = vacancy;
  const today = parisDate(now());
  return deadline && deadline >= today && deadline >= earliestDeadline(vacancy, from ?? today) ? deadline : usualDeadline();
};

/**
 * Holds an offer to the month of notice the decree asks for, unless an emergency is stated or its contract is under a year.
 * @param publishedOn since when it counts as published; null for today
 * @throws AppError `invalid-input`
 */
export const requireNotice = (content: Noticed, deadline: string, publishedOn: string | null): void => {
  requireDeadline(deadline);
  const from = publishedFrom(content, publishedOn ?? parisDate(now()));
  const { kept, earliest, rule } = noticeOf({ ...content, from, deadline });
  if (!kept) refuse(TOO_SOON[rule](numericDate(earliest)));
};
