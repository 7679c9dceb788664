import type { Actor } from '@beffroi/shared/core/actor';
import { canPublishVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { actOf, changeVacancy, vacancyIn } from '../change-vacancy.ts';
import { deadlineOfPutBack, noticeOfPutBack, requireNotice } from '../require-notice.ts';

/**
 * Publishes a draft, or puts back what was filled, withdrawn or archived: the latter owes what is left of its month of notice,
 * and is told of to nobody again.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (a deadline too soon), `conflict`
 */
export const publishVacancy = async (
  actor: Actor,
  { id, deadline: said }: { id: string; deadline?: string | undefined },
): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canPublishVacancy);
  const first = vacancy.publishedAt === null;
  const noticeFrom = noticeOfPutBack(vacancy);
  const deadline = said ?? deadlineOfPutBack(vacancy, noticeFrom);
  requireNotice(vacancy, deadline, noticeFrom);
  const act = await actOf(actor, 'published');
  return changeVacancy(actor, vacancy, act, {
    $set: {
      state: 'published',
      deadline,
      noticeFrom,
      closedAt: null,
      askedAt: null,
      ...(first && { publishedAt: act.at, publishedBy: act.by, listedAt: act.at, untold: true }),
    },
  });
};
