import type { Actor } from '@beffroi/shared/core/actor';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { canEditVacancy } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { readAttached } from '../../../platform/attached-file.ts';
import type { FileStore } from '../../../platform/files.ts';
import { receivedName } from '../../document-exports/document-files.queries.ts';
import { actOf, changeVacancy, conflict, derived, vacancyIn } from '../change-vacancy.ts';
import { doubtVacancyFiles, settleVacancyFiles, writeVacancyFile } from '../review-vacancy-files.ts';

interface Attaching {
  id: string;
  version: number;
  file: File;
}

/**
 * Joins a file to a vacancy, in the place of the one it had, which is removed. What it is, is read from its content.
 * @throws AppError `not-found`, `forbidden` (other communes' HR, or it is closed), `conflict` with the vacancy as it is, `too-large`,
 * `unsupported-document`
 */
export const attachFile = async (actor: Actor, { id, version, file }: Attaching, files: FileStore): Promise<Vacancy> => {
  const vacancy = await vacancyIn(actor, id, canEditVacancy);
  if (vacancy.version !== version) return conflict(actor, vacancy);
  const { type, content } = await readAttached(file, VACANCY_LIMITS.attachmentBytes);
  const attachment = { name: receivedName(file.name, type), type, bytes: content.byteLength };
  const act = await actOf(actor, 'attached', attachment.name);
  await doubtVacancyFiles(id);
  const key = await writeVacancyFile(id, content, files);
  try {
    const kept = { ...attachment, key };
    const attached = { attachment: kept, ...derived({ ...vacancy, attachment: kept }) };
    return await changeVacancy(actor, vacancy, act, { $set: attached });
  } finally {
    settleVacancyFiles([key, vacancy.attachment?.key], files);
  }
};
