import { termsOf } from './french-terms.ts';
import { oneLine } from './one-line.ts';
import type { EntryWrite } from './search-entry.model.ts';
import type { SearchableThread } from './thread-entries.ts';

/** What search keeps of a reply: its own text, author and date, and its thread's place, title and status. */
export interface SearchableReply extends SearchableThread {
  replyId: string;
  number: number;
}

/**
 * What makes a reply findable as it stands, by its own words only: with those of its thread's title, one thread would fill
 * the page. Safe to do twice.
 */
export const entryOfReply = (reply: SearchableReply): EntryWrite => {
  const { replyId, threadId, number, clubId, clubSlug, status, author, at } = reply;
  const text = oneLine(reply.text);
  const place = { refId: replyId, threadId, number, clubId, clubSlug, title: oneLine(reply.title), status, hidden: false };
  const own = { communeSlug: author.commune?.slug ?? null, author, text, at, accepted: reply.acceptedReplyId === replyId };
  const entry = { kind: 'reply' as const, ...place, ...own, terms: termsOf(text), titleTerms: [] };
  return { updateOne: { filter: { _id: `reply:${replyId}` }, update: { $set: entry }, upsert: true } };
};

/** What takes a deleted reply out of the results; one hidden with its thread comes back with it. Safe to do twice. */
export const removalOfReply = (replyId: string): EntryWrite => ({ deleteOne: { filter: { _id: `reply:${replyId}`, hidden: false } } });
