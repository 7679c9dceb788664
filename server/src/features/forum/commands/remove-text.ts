import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canRemoveReply, canRemoveThread } from '@beffroi/shared/features/forum/forum.policy';
import { threadIn } from '../change-thread.ts';
import { replyFacts } from '../forum.presenter.ts';
import { readableReply } from '../forum.queries.ts';
import { takeOutReply } from './delete-reply.ts';
import { takeOutThread } from './delete-thread.ts';

/** Takes somebody's thread out of sight in the club's name; she is told why. @throws AppError `not-found`, `forbidden` */
export const removeThread = async (actor: Actor, { id, reason }: { id: string; reason: string }): Promise<Thread> =>
  takeOutThread(actor, await threadIn(actor, id, canRemoveThread), reason);

/** The same for a reply. @throws AppError `not-found`, `forbidden` */
export const removeReply = async (actor: Actor, { id, reason }: { id: string; reason: string }): Promise<Reply> => {
  const loaded = await readableReply(actor, id);
  if (!canRemoveReply(actor, loaded.facts, replyFacts(loaded.reply))) throw new AppError('forbidden');
  return takeOutReply(actor, loaded, reason);
};
