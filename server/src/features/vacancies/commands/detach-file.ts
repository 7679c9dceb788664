import type { Actor } from '@beffroi/shared/core/actor';
import { canEditVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { FileStore } from '../../../platform/files.ts';
import { actOf, changeVacancy, conflict, derived, vacancyIn } from '../change-vacancy.ts';
import { doubtVacancyFiles, settleVacancyFiles } from '../review-vacancy-files.ts';
import { presentVacancy } from '../vacancies.presenter.ts';

/**
 * Takes away the file joined to a vacancy; where there is none, nothing is done.
 * @throws AppError `not-found`, `forbidden` (other communes' HR, or it is closed), `conflict` with the vacancy as it is
 */
export const detachFile = async (actor: Actor, { id, version }: { id: string; version: number }, files: FileStore): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canEditVacancy);
  const { attachment } = vacancy;
  if (!attachment) return presentVacancy(actor, vacancy);
  if (vacancy.version !== version) return conflict(actor, vacancy);
  const act = await actOf(actor, 'detached', attachment.name);
  await doubtVacancyFiles(id);
  try {
    const detached = { attachment: null, ...derived({ ...vacancy, attachment: null }) };
    return await changeVacancy(actor, vacancy, act, { $set: detached });
  } finally {
    settleVacancyFiles([attachment.key], files);
  }
};
