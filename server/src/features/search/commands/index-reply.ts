import { termsOf } from '../french-terms.ts';
import { oneLine } from '../one-line.ts';
import { SearchEntryModel } from '../search-entry.model.ts';
import type { SearchableThread } from './index-thread.ts';
import { recordWords } from './record-words.ts';

/** What search keeps of a reply: its own text, author and date, and its thread's place, title and status. */
export interface SearchableReply extends SearchableThread {
  replyId: string;
  number: number;
}

/**
 * Makes a reply findable as it stands, by its own words only: with those of its thread's title, one thread would fill
 * the page. Safe to do twice.
 */
export const indexReply = async (reply: SearchableReply): Promise<void> => {
  const { replyId, threadId, number, clubId, clubSlug, status, author, at } = reply;
  const text = oneLine(reply.text);
  await recordWords(text);
  const place = { kind: 'reply', refId: replyId, threadId, number, clubId, clubSlug, title: oneLine(reply.title), status, hidden: false };
  const own = { communeSlug: author.commune?.slug ?? null, author, text, at, accepted: reply.acceptedReplyId === replyId };
  await SearchEntryModel.updateOne(
    { _id: `reply:${replyId}` },
    { $set: { ...place, ...own, terms: termsOf(text), titleTerms: [] } },
    { upsert: true },
  );
};

/** Takes a deleted reply out of the results; one hidden with its thread comes back with it. Safe to do twice. */
export const removeReply = async (replyId: string): Promise<void> => {
  await SearchEntryModel.deleteOne({ _id: `reply:${replyId}`, hidden: false });
};
