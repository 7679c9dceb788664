import type { Actor } from '@beffroi/shared/core/actor';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { itemsByIds, readableThread } from '../forum/forum.queries.ts';
import { BookmarkModel, type BookmarkRecord } from './bookmark.model.ts';

/** Whether the actor put the thread aside. @throws AppError `not-found` */
export const isBookmarked = async (actor: Actor, id: string): Promise<{ bookmarked: boolean }> => {
  await readableThread(actor, id);
  return { bookmarked: Boolean(await BookmarkModel.exists({ personId: actor.personId, threadId: id })) };
};

/**
 * What the actor put aside, the last first: two commands a page. What she may not read any more is left out, so that a page may
 * hold fewer than asked.
 * @throws AppError `invalid-input` (a cursor that is none of ours)
 */
export const listBookmarks = async (
  actor: Actor,
  { cursor, limit = PAGE_SIZE }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: ThreadItem[]; nextCursor: string | null }> => {
  const bookmarks = await BookmarkModel.find({ personId: actor.personId, ...beforeCursor('at', cursor) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<BookmarkRecord[]>();
  const page = bookmarks.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await itemsByIds(
      actor,
      page.map(({ threadId }) => threadId),
    ),
    nextCursor: bookmarks.length > limit && last ? encodeCursor({ at: last.at, id: last._id }) : null,
  };
};
