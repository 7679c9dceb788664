import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canRemoveVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { FileStore } from '../../../platform/files.ts';
import { vacancyIn } from '../change-vacancy.ts';
import { doubtVacancyFiles, settleVacancyFiles } from '../review-vacancy-files.ts';
import { VacancyModel } from '../vacancy.model.ts';

/** Throws a draft away, with its file; one that was published meanwhile stays. @throws AppError `not-found`, `forbidden` */
export const removeVacancy = async (actor: Actor, id: string, files: FileStore): Promise<{ removed: true }> => {
  const { _id, attachment } = await vacancyIn(actor, id, canRemoveVacancy);
  if (attachment) await doubtVacancyFiles(id);
  const { deletedCount } = await VacancyModel.deleteOne({ _id, state: 'draft' });
  settleVacancyFiles([attachment?.key], files);
  if (deletedCount === 0) throw new AppError('forbidden');
  return { removed: true };
};
