import { now } from '../../../platform/clock.ts';
import type { FileStore } from '../../../platform/files.ts';
import { startRecurring } from '../../../platform/recurring-work.ts';
import { ApplicationModel, type ApplicationRecord, newAct } from '../application.model.ts';

const ERASE_EVERY_MS = 6 * 3_600_000;
const AT_ONCE = 200;

/** Erases what candidates sent whose time has come: files, letter, messages, and who they were. What was done stays, without them. */
export const eraseApplications = async (files: FileStore): Promise<void> => {
  const due = await ApplicationModel.find({ keptUntil: { $lte: now() } })
    .limit(AT_ONCE)
    .lean<ApplicationRecord[]>();
  for (const { _id, files: kept, doomed } of due) {
    // The files first: a crash in between leaves a record that is erased again, never a file nobody knows of.
    for (const key of [...kept.map((each) => each.key), ...doomed]) await files.remove(key);
    await ApplicationModel.updateOne(
      { _id, keptUntil: { $lte: now() } },
      {
        $set: { letter: '', files: [], doomed: [], message: null, interview: null, untold: [] },
        $unset: { applicantId: 1, applicant: 1, contact: 1, keptUntil: 1, current: 1, idempotencyKey: 1 },
        $inc: { version: 1 },
        $push: { acts: newAct('erased', null) },
      },
    );
  }
  if (due.length === AT_ONCE) await eraseApplications(files);
};

/** Looks at once and from time to time; gives back how to stop. */
export const startErasingApplications = (files: FileStore): (() => Promise<void>) =>
  startRecurring({ name: 'erase applications', everyMs: ERASE_EVERY_MS, work: () => eraseApplications(files), atOnce: true });
