import { now } from '../../../platform/clock.ts';
import type { FileStore } from '../../../platform/files.ts';
import { startRecurring } from '../../../platform/recurring-work.ts';
import { textStands } from '../../forum/forum-images.queries.ts';
import { ImageModel, type ImageRecord } from '../image.model.ts';

const DAY_MS = 24 * 3_600_000;
/** How long an image no text shows is kept: a draft may wait for its author, and a deletion be undone. */
export const REVIEW_AFTER_MS = 30 * DAY_MS;
const REVIEW_EVERY_MS = 6 * 3_600_000;
const AT_ONCE = 500;

const isNeeded = async ({ uses, models }: ImageRecord): Promise<boolean> => {
  if (models?.length) return true;
  for (const place of uses) if (await textStands(place)) return true;
  return false;
};

/** Removes the images whose time for review has come and that no standing text shows. */
export const reviewImages = async (files: FileStore): Promise<void> => {
  const due = await ImageModel.find({ reviewAt: { $lte: now() } })
    .limit(AT_ONCE)
    .lean<ImageRecord[]>();
  for (const image of due) {
    if (await isNeeded(image)) {
      await ImageModel.updateOne({ _id: image._id }, { $unset: { reviewAt: 1 } });
      continue;
    }
    // The file first: a crash in between leaves a record that is reviewed again, never a file nobody knows of.
    await files.remove(image._id.toHexString());
    await ImageModel.deleteOne({ _id: image._id });
  }
  if (due.length === AT_ONCE) await reviewImages(files);
};

/** Reviews from time to time; gives back how to stop. */
export const startReviewingImages = (files: FileStore): (() => Promise<void>) =>
  startRecurring({ name: 'review images', everyMs: REVIEW_EVERY_MS, work: () => reviewImages(files) });
