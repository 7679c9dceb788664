import { authed } from '../../http/orpc.ts';
import { closeThread, reopenThread } from './commands/close-thread.ts';
import { markDuplicate, unmarkDuplicate } from './commands/mark-duplicate.ts';
import { moveThread } from './commands/move-thread.ts';
import { pinThread, unpinThread } from './commands/pin-thread.ts';
import { removeReply, removeThread } from './commands/remove-text.ts';
import { pinnedThreads } from './pinned.queries.ts';

const { forum } = authed;

export const forumModerationRouter = {
  pinned: forum.pinned.handler(({ input, context }) => pinnedThreads(context.actor, input.slug)),
  pin: forum.pin.handler(({ input, context }) => pinThread(context.actor, input.id)),
  unpin: forum.unpin.handler(({ input, context }) => unpinThread(context.actor, input.id)),
  close: forum.close.handler(({ input, context }) => closeThread(context.actor, input)),
  reopen: forum.reopen.handler(({ input, context }) => reopenThread(context.actor, input.id)),
  move: forum.move.handler(({ input, context }) => moveThread(context.actor, input)),
  markDuplicate: forum.markDuplicate.handler(({ input, context }) => markDuplicate(context.actor, input)),
  unmarkDuplicate: forum.unmarkDuplicate.handler(({ input, context }) => unmarkDuplicate(context.actor, input.id)),
  remove: forum.remove.handler(({ input, context }) => removeThread(context.actor, input)),
  removeReply: forum.removeReply.handler(({ input, context }) => removeReply(context.actor, input)),
};
