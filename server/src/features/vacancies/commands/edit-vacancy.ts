import type { Actor } from '@beffroi/shared/core/actor';
import { canEditVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy, VacancyChange, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { actOf, changeVacancy, conflict, derived, vacancyIn } from '../change-vacancy.ts';
import { given } from '../given-fields.ts';
import { requireDates } from '../require-dates.ts';
import { noticedFrom, requireNotice } from '../require-notice.ts';
import type { VacancyRecord } from '../vacancy.model.ts';

const WATCHED = ['deadline', 'nature', 'durationMonths', 'contractuels', 'article', 'emergency', 'dveOn'] as const;

const DATES = ['startsOn', 'dveOn'] as const;

/** A published offer keeps its month of notice; what does not touch it may be corrected on its last day too. */
const requireStillNoticed = (vacancy: VacancyRecord, content: VacancyContent): void => {
  if (vacancy.state !== 'published' || WATCHED.every((field) => content[field] === vacancy[field])) return;
  requireNotice(content, content.deadline ?? (vacancy.deadline as string), noticedFrom(vacancy));
};

/**
 * Changes what a vacancy says.
 * @throws AppError `not-found`, `forbidden` (other communes' HR, or it is closed), `conflict` with the vacancy as it is,
 * `invalid-input` (a deadline too soon, a year mistyped)
 */
export const editVacancy = async (
  actor: Actor,
  { id, version, ...input }: VacancyChange & { id: string; version: number },
): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canEditVacancy);
  if (vacancy.version !== version) return conflict(actor, vacancy);
  const change = given(input);
  // A published offer without a deadline would stay for ever.
  if (vacancy.state === 'published' && change.deadline === null) delete (change as VacancyChange).deadline;
  const content = { ...vacancy, ...change } as VacancyRecord;
  requireDates(Object.fromEntries(DATES.filter((field) => content[field] !== vacancy[field]).map((field) => [field, content[field]])));
  requireStillNoticed(vacancy, content);
  const answered = content.deadline === vacancy.deadline ? {} : { askedAt: null };
  return changeVacancy(actor, vacancy, await actOf(actor, 'changed'), {
    $set: { ...change, ...derived(content), ...answered } as Partial<VacancyRecord>,
  });
};
