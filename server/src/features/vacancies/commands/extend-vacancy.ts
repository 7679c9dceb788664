import type { Actor } from '@beffroi/shared/core/actor';
import { canExtendVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { actOf, changeVacancy, vacancyIn } from '../change-vacancy.ts';
import { noticedFrom, requireNotice, usualDeadline } from '../require-notice.ts';

/**
 * « Toujours ouverte » : a new deadline, a month from now unless another is said; what was archived meanwhile is open again.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (a date that is past, or too soon), `conflict`
 */
export const extendVacancy = async (
  actor: Actor,
  { id, deadline: said }: { id: string; deadline?: string | undefined },
): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canExtendVacancy);
  const usual = usualDeadline();
  // Pressed twice, or long before its end, it never brings the deadline forward.
  const deadline = said ?? (vacancy.deadline && vacancy.deadline > usual ? vacancy.deadline : usual);
  requireNotice(vacancy, deadline, noticedFrom(vacancy));
  const act = await actOf(actor, 'extended', deadline);
  return changeVacancy(actor, vacancy, act, { $set: { state: 'published', deadline, closedAt: null, askedAt: null } });
};
