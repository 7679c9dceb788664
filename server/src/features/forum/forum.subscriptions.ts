import { AppError } from '@beffroi/shared/core/errors';
import { subscribe } from '../../platform/events.ts';
import { freshActor } from '../accounts/accounts.queries.ts';
import { announceClub } from './announce-club.ts';
import { takeOutReply } from './commands/delete-reply.ts';
import { takeOutThread } from './commands/delete-thread.ts';
import { readableReply, readableThread } from './forum.queries.ts';
import { subscribeSharedPages } from './shared-pages.ts';

/** Takes a reported post out of sight, in the name of whoever decided it. One that is gone already stays as it is. */
const removeCondemned = async (post: { threadId: string; replyId: string | null; byId: string; reason: string }): Promise<void> => {
  const { threadId, replyId, byId, reason } = post;
  const actor = await freshActor(byId);
  try {
    if (replyId) {
      const loaded = await readableReply(actor, replyId);
      if (!loaded.reply.deletedAt) await takeOutReply(actor, loaded, reason);
      return;
    }
    const loaded = await readableThread(actor, threadId);
    if (!loaded.thread.deletedAt) await takeOutThread(actor, loaded, reason);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-found')) throw error;
  }
};

/** What the forum does when something is decided elsewhere. */
export const subscribeForum = (): void => {
  subscribeSharedPages();
  subscribe('moderation.post.condemned', removeCondemned);
  subscribe('clubs.club.opened', announceClub);
};
