import { now } from '../../platform/clock.ts';
import type { FileStore } from '../../platform/files.ts';
import { inBackground } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { VacancyModel } from './vacancy.model.ts';
import { VacancyFileModel, type VacancyFileRecord } from './vacancy-file.model.ts';

/** What is under way for longer than this was interrupted. */
const REVIEW_AFTER_MS = 3_600_000;
const REVIEW_EVERY_MS = 3_600_000;
const AT_ONCE = 200;

const later = (): Date => new Date(now().getTime() + REVIEW_AFTER_MS);

/** Writes a file nobody has yet; its record comes first, and is reviewed if nothing follows. @returns its key */
export const writeVacancyFile = async (vacancyId: string, content: Uint8Array, files: FileStore): Promise<string> => {
  const { _id } = await VacancyFileModel.create({ vacancyId, reviewAt: later() });
  const key = _id.toHexString();
  await files.write(key, content);
  return key;
};

/** Before a vacancy parts with its files: if what removes them dies after that, the review does it. */
export const doubtVacancyFiles = async (vacancyId: string): Promise<void> => {
  await VacancyFileModel.updateMany({ vacancyId }, { $set: { reviewAt: later() } });
};

// The file first: a crash in between leaves a record that is reviewed again, never a file nobody knows of.
const drop = async (key: string, files: FileStore): Promise<void> => {
  await files.remove(key);
  await VacancyFileModel.deleteOne({ _id: key });
};

const review = async ({ _id, vacancyId, reviewAt }: VacancyFileRecord, files: FileStore): Promise<void> => {
  const key = _id.toHexString();
  const kept = await VacancyModel.exists({ _id: vacancyId, 'attachment.key': key });
  if (!kept) await drop(key, files);
  // Doubted again meanwhile, it stays so.
  else if (reviewAt) await VacancyFileModel.updateOne({ _id, reviewAt }, { $unset: { reviewAt: 1 } });
};

/** Looks at once at files whose vacancy was just written, or was not: those it does not have are removed. */
export const settleVacancyFiles = (keys: readonly (string | undefined)[], files: FileStore): void =>
  inBackground('settle a vacancy’s files', async () => {
    const known = keys.filter((key) => key !== undefined);
    for (const file of await VacancyFileModel.find({ _id: { $in: known } }).lean<VacancyFileRecord[]>()) await review(file, files);
  });

/** Removes what interrupted writes left. */
export const reviewVacancyFiles = async (files: FileStore): Promise<void> => {
  const due = await VacancyFileModel.find({ reviewAt: { $lte: now() } })
    .limit(AT_ONCE)
    .lean<VacancyFileRecord[]>();
  for (const file of due) await review(file, files);
  if (due.length === AT_ONCE) await reviewVacancyFiles(files);
};

/** Reviews from time to time; gives back how to stop. */
export const startReviewingVacancyFiles = (files: FileStore): (() => Promise<void>) =>
  startRecurring({ name: 'review vacancies’ files', everyMs: REVIEW_EVERY_MS, work: () => reviewVacancyFiles(files) });
