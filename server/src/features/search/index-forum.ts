import { gathered } from '../../platform/gathered.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { searchableReply, searchableThread } from '../forum/forum.queries.ts';
import { recordWords } from './commands/record-words.ts';
import { entryOfReply, removalOfReply } from './reply-entry.ts';
import { type EntryWrite, SearchEntryModel } from './search-entry.model.ts';
import { entriesOfThread, hidingOfThread, statusOfThread } from './thread-entries.ts';

/** A reply, or without one a thread's own text. */
interface TextId {
  threadId: string;
  replyId?: string;
}

/** What is to be kept of a text: the words it brings, and the writes. */
interface Kept {
  words: string;
  writes: EntryWrite[];
}

const threadAsItIs = async (threadId: string): Promise<Kept> => {
  const thread = await searchableThread(threadId);
  return thread
    ? { words: `${thread.title}\n${thread.text}`, writes: entriesOfThread(thread) }
    : { words: '', writes: [hidingOfThread(threadId)] };
};

/** A reply may answer, or its deletion take the answer away: the thread's state on its other texts follows. */
const replyAsItIs = async (threadId: string, replyId: string): Promise<Kept> => {
  const reply = await searchableReply(replyId);
  if (reply) return { words: reply.text, writes: [entryOfReply(reply), statusOfThread(reply)] };
  const thread = await searchableThread(threadId);
  return { words: '', writes: [removalOfReply(replyId), ...(thread ? [statusOfThread(thread)] : [])] };
};

const indexAll = async (texts: readonly TextId[]): Promise<void> => {
  const once = new Map(texts.map((text) => [text.replyId ?? text.threadId, text]));
  const kept = await Promise.all(
    [...once.values()].map(({ threadId, replyId }) => (replyId ? replyAsItIs(threadId, replyId) : threadAsItIs(threadId))),
  );
  await recordWords(...kept.map(({ words }) => words));
  // By the driver itself: what is written is typed already, and each reply is.
  await SearchEntryModel.collection.bulkWrite(kept.flatMap(({ writes }) => writes) as never[], { ordered: false });
};

/** Has a text of the forum found as it stands, or no more. One pass at a time: what was read first must not be written last. */
export const indexText = gathered((texts: readonly TextId[]) => inTurn('search:forum', () => indexAll(texts)));
