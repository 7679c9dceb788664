import type { Actor } from '@beffroi/shared/core/actor';
import { parisDate } from '@beffroi/shared/core/half-days';
import { canPublishVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { now } from '../../../platform/clock.ts';
import { actOf, changeVacancy, vacancyIn } from '../change-vacancy.ts';
import { requireDeadline, requireNotice, usualDeadline } from '../require-notice.ts';
import type { VacancyRecord } from '../vacancy.model.ts';

/** The deadline said, else its own while it is to come, else a month from now. */
const deadlineOf = ({ deadline }: VacancyRecord, said: string | undefined): string => {
  if (said) return said;
  return deadline && deadline >= parisDate(now()) ? deadline : usualDeadline();
};

/**
 * Publishes a draft, or puts back what was filled, withdrawn or archived: the latter has had its month of notice already, and is
 * told of to nobody again.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (a deadline too soon), `conflict`
 */
export const publishVacancy = async (
  actor: Actor,
  { id, deadline: said }: { id: string; deadline?: string | undefined },
): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canPublishVacancy);
  const deadline = deadlineOf(vacancy, said);
  const first = vacancy.publishedAt === null;
  if (first) requireNotice(vacancy, deadline, null);
  else requireDeadline(deadline);
  const act = await actOf(actor, 'published');
  return changeVacancy(actor, vacancy, act, {
    $set: {
      state: 'published',
      deadline,
      closedAt: null,
      askedAt: null,
      ...(first && { publishedAt: act.at, publishedBy: act.by, listedAt: act.at, untold: true }),
    },
  });
};
