import { subscribe } from '../../platform/events.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { searchableFiche } from '../fiches/fiches.queries.ts';
import { searchableReply, searchableThread } from '../forum/forum.queries.ts';
import { indexFiche } from './commands/index-fiche.ts';
import { indexReply, removeReply } from './commands/index-reply.ts';
import { followStatus, hideThread, indexThread } from './commands/index-thread.ts';

// One thing at a time for each thread: what was read first must not be written last.
const followThread = ({ threadId }: { threadId: string }): Promise<void> =>
  inTurn(`search:${threadId}`, async () => {
    const thread = await searchableThread(threadId);
    await (thread ? indexThread(thread) : hideThread(threadId));
  });

/** A reply may answer, or its deletion take the answer away: the thread's state on its other texts follows. */
const followReply = ({ replyId, threadId }: { replyId: string; threadId: string }): Promise<void> =>
  inTurn(`search:${threadId}`, async () => {
    const reply = await searchableReply(replyId);
    await (reply ? indexReply(reply) : removeReply(replyId));
    const thread = reply ?? (await searchableThread(threadId));
    if (thread) await followStatus(thread);
  });

const followFiche = ({ ficheId }: { ficheId: string }): Promise<void> =>
  inTurn(`search:${ficheId}`, async () => {
    const fiche = await searchableFiche(ficheId);
    if (fiche) await indexFiche(fiche);
  });

/** Keeps search after what is written in the forum, and kept of it. */
export const subscribeSearch = (): void => {
  subscribe('forum.thread.created', followThread);
  subscribe('forum.thread.changed', followThread);
  subscribe('forum.reply.created', followReply);
  subscribe('forum.reply.changed', followReply);
  subscribe('fiches.fiche.changed', followFiche);
};
