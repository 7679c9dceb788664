import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { imagesOf } from '@beffroi/shared/core/rich-text';
import { canRestoreReply } from '@beffroi/shared/features/forum/forum.policy';
import { objectId } from '../../platform/object-id.ts';
import { replyFacts } from './forum.presenter.ts';
import { readableReply, readableThread } from './forum.queries.ts';
import { ReplyModel } from './reply.model.ts';
import { ThreadModel } from './thread.model.ts';
import { writtenReply, writtenThread } from './written-texts.ts';

/** A text of the forum: a thread's own, or that of one of its replies. */
export interface TextPlace {
  threadId: string;
  replyId: string | null;
}

const readText = ({ threadId, replyId }: TextPlace) => (replyId ? writtenReply(replyId) : writtenThread(threadId));

/** Ids of the images a text shows, and whether it is deleted; null when there is no such text. */
export const shownImages = async (place: TextPlace): Promise<{ ids: string[]; deleted: boolean } | null> => {
  const text = await readText(place);
  return text && { ids: imagesOf(text.body), deleted: Boolean(text.deletedAt) };
};

/** Whether the text is there to be read, neither deleted nor in a deleted thread. */
export const textStands = async ({ threadId, replyId }: TextPlace): Promise<boolean> => {
  const standing = { deletedAt: null };
  if (replyId && !(await ReplyModel.exists({ _id: objectId(replyId), ...standing }))) return false;
  return Boolean(await ThreadModel.exists({ _id: objectId(threadId), ...standing }));
};

/** Whether the actor may read the text; a deleted one is seen by those who may take it back. */
export const seesText = async (actor: Actor, { threadId, replyId }: TextPlace): Promise<boolean> => {
  try {
    if (!replyId) return Boolean(await readableThread(actor, threadId));
    const { reply, facts } = await readableReply(actor, replyId);
    return !reply.deletedAt || canRestoreReply(actor, facts, replyFacts(reply));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false;
    throw error;
  }
};
