import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canRemoveVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { vacancyIn } from '../change-vacancy.ts';
import { VacancyModel } from '../vacancy.model.ts';

/** Throws a draft away; one that was published meanwhile stays. @throws AppError `not-found`, `forbidden` */
export const removeVacancy = async (actor: Actor, id: string): Promise<{ removed: true }> => {
  const { _id } = await vacancyIn(actor, id, canRemoveVacancy);
  const { deletedCount } = await VacancyModel.deleteOne({ _id, state: 'draft' });
  if (deletedCount === 0) throw new AppError('forbidden');
  return { removed: true };
};
