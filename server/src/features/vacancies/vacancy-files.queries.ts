import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { ATTACHED_MIME } from '../../platform/attached-file.ts';
import type { FileStore } from '../../platform/files.ts';
import { type FileAnswer, fileAnswer } from '../document-exports/document-files.queries.ts';
import { readableVacancy } from './vacancies.queries.ts';
import type { KeptAttachment } from './vacancy.model.ts';

/** A file joined to a vacancy, to be saved and never opened in the page. @throws AppError `not-found` (replaced as it was asked for) */
export const attachmentAnswer = async ({ key, name, type }: KeptAttachment, files: FileStore): Promise<FileAnswer> => {
  const content = await files.read(key).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new AppError('not-found', { cause: error }) : error;
  });
  return fileAnswer(content, name, ATTACHED_MIME[type]);
};

/** The file joined to a vacancy, for those who may read it. @throws AppError `not-found` */
export const vacancyAttachment = async (actor: Actor, id: string, files: FileStore): Promise<FileAnswer> => {
  const { attachment } = await readableVacancy(actor, id);
  if (!attachment) throw new AppError('not-found');
  return attachmentAnswer(attachment, files);
};
