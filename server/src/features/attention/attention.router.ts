import { authed } from '../../http/orpc.ts';
import { catchUp, unreadCounts } from './catch-up.queries.ts';
import { clearCatchUp, readClub } from './commands/clear-catch-up.ts';
import { followClub } from './commands/follow-club.ts';
import { followThread } from './commands/follow-thread.ts';
import { setRead } from './commands/set-read.ts';
import { visitClub } from './commands/visit-club.ts';

const { attention } = authed;

export const attentionRouter = {
  unread: attention.unread.handler(({ context }) => unreadCounts(context.actor)),
  catchUp: attention.catchUp.handler(({ input, context }) => catchUp(context.actor, input)),
  clear: attention.clear.handler(({ input, context }) => clearCatchUp(context.actor, input)),
  setRead: attention.setRead.handler(({ input, context }) => setRead(context.actor, input)),
  followThread: attention.followThread.handler(({ input, context }) => followThread(context.actor, input)),
  followClub: attention.followClub.handler(({ input, context }) => followClub(context.actor, input)),
  visitClub: attention.visitClub.handler(({ input, context }) => visitClub(context.actor, input.slug)),
  readClub: attention.readClub.handler(({ input, context }) => readClub(context.actor, input)),
};
