import { subscribe } from '../../platform/events.ts';
import { searchableReply, searchableThread } from '../forum/forum.queries.ts';
import { indexReply, removeReply } from './commands/index-reply.ts';
import { followStatus, hideThread, indexThread } from './commands/index-thread.ts';

const underWay = new Map<string, Promise<void>>();

/** One thing at a time for each thread: what was read first must not be written last. */
const inTurn = (threadId: string, work: () => Promise<void>): Promise<void> => {
  const before = underWay.get(threadId) ?? Promise.resolve();
  // The failure of one is told to whoever asked for it, and does not keep the next from its turn.
  const turn = before.catch(() => {}).then(work);
  underWay.set(threadId, turn);
  const leave = () => {
    if (underWay.get(threadId) === turn) underWay.delete(threadId);
  };
  turn.then(leave, leave);
  return turn;
};

const followThread = ({ threadId }: { threadId: string }): Promise<void> =>
  inTurn(threadId, async () => {
    const thread = await searchableThread(threadId);
    await (thread ? indexThread(thread) : hideThread(threadId));
  });

/** A reply may answer, or its deletion take the answer away: the thread's state on its other texts follows. */
const followReply = ({ replyId, threadId }: { replyId: string; threadId: string }): Promise<void> =>
  inTurn(threadId, async () => {
    const reply = await searchableReply(replyId);
    await (reply ? indexReply(reply) : removeReply(replyId));
    const thread = reply ?? (await searchableThread(threadId));
    if (thread) await followStatus(thread);
  });

/** Keeps search after what is written in the forum. */
export const subscribeSearch = (): void => {
  subscribe('forum.thread.created', followThread);
  subscribe('forum.thread.changed', followThread);
  subscribe('forum.reply.created', followReply);
  subscribe('forum.reply.changed', followReply);
};
