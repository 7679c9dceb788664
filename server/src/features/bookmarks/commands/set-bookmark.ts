import type { Actor } from '@beffroi/shared/core/actor';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { readableThread } from '../../forum/forum.queries.ts';
import { BookmarkModel } from '../bookmark.model.ts';

/** Puts a thread the actor reads aside, or no more. Done twice, it is done once. @throws AppError `not-found` */
export const setBookmark = async (actor: Actor, id: string, bookmarked: boolean): Promise<{ bookmarked: boolean }> => {
  await readableThread(actor, id);
  const own = { personId: actor.personId, threadId: id };
  if (!bookmarked) {
    await BookmarkModel.deleteOne(own);
    return { bookmarked };
  }
  try {
    await BookmarkModel.updateOne(own, { $setOnInsert: { at: now() } }, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { bookmarked };
};
