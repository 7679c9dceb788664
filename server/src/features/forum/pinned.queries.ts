import type { Actor } from '@beffroi/shared/core/actor';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { PINNED_MAX } from '@beffroi/shared/features/forum/forum-moderation.contract';
import { readableClub } from '../clubs/known-clubs.queries.ts';
import { presentItem } from './forum.presenter.ts';
import { ITEM_FIELDS } from './forum.queries.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

/** The threads pinned in a club, in the order of their places: one command. @throws AppError `not-found` */
export const pinnedThreads = async (actor: Actor, slug: string): Promise<{ items: ThreadItem[] }> => {
  const club = readableClub(actor, slug);
  const threads = await ThreadModel.find({ clubId: club.id, pinSlot: { $exists: true } }, ITEM_FIELDS)
    .sort({ pinSlot: 1 })
    .limit(PINNED_MAX)
    .lean<ThreadRecord[]>();
  return { items: threads.map((thread) => presentItem(thread, club)) };
};
