import type { Actor } from '@beffroi/shared/core/actor';
import { canCloseVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { actOf, changeVacancy, vacancyIn } from '../change-vacancy.ts';

interface Closing {
  id: string;
  as: 'filled' | 'withdrawn';
  note: string;
}

/** Says that somebody was found, or that nobody is sought any more. @throws AppError `not-found`, `forbidden`, `conflict` */
export const closeVacancy = async (actor: Actor, { id, as, note }: Closing): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canCloseVacancy);
  const act = await actOf(actor, as, note);
  return changeVacancy(actor, vacancy, act, { $set: { state: as, closedAt: act.at, askedAt: null }, $unset: { untold: 1 } });
};
