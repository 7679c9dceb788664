import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { termsOf, titleTermsOf } from './french-terms.ts';
import { oneLine } from './one-line.ts';
import type { EntryWrite } from './search-entry.model.ts';

/** What search keeps of a thread. */
export interface SearchableThread {
  threadId: string;
  clubId: string;
  clubSlug: string;
  title: string;
  /** Plain text. */
  text: string;
  status: ThreadStatus;
  /** The reply accepted as the answer. */
  acceptedReplyId?: string | null;
  author: PersonRef;
  at: Date;
}

/** What makes a thread findable as it stands, and brings what its replies copy from it up to date. Safe to do twice. */
export const entriesOfThread = (thread: SearchableThread): EntryWrite[] => {
  const { threadId, clubId, clubSlug, status, author, at } = thread;
  const [title, text] = [oneLine(thread.title), oneLine(thread.text)];
  const shared = { clubId, clubSlug, title, status, hidden: false };
  const own = { refId: threadId, number: null, communeSlug: author.commune?.slug ?? null, author, text, accepted: false, at };
  const terms = { terms: termsOf(`${title}\n${text}`), titleTerms: titleTermsOf(title) };
  const entry = { kind: 'thread' as const, threadId, ...shared, ...own, ...terms };
  const acceptedId = thread.acceptedReplyId ?? null;
  return [
    { updateOne: { filter: { _id: `thread:${threadId}` }, update: { $set: entry }, upsert: true } },
    { updateMany: { filter: { threadId, kind: 'reply' }, update: { $set: shared } } },
    { updateMany: { filter: { threadId, accepted: true, refId: { $ne: acceptedId } }, update: { $set: { accepted: false } } } },
    ...(acceptedId ? [{ updateOne: { filter: { _id: `reply:${acceptedId}` }, update: { $set: { accepted: true } } } }] : []),
  ];
};

/** What brings every text of a thread to its status, which a reply may change. Safe to do twice. */
export const statusOfThread = ({ threadId, status }: Pick<SearchableThread, 'threadId' | 'status'>): EntryWrite => ({
  updateMany: { filter: { threadId, status: { $ne: status } }, update: { $set: { status } } },
});

/** What takes a deleted thread and its replies out of the results. Safe to do twice. */
export const hidingOfThread = (threadId: string): EntryWrite => ({
  updateMany: { filter: { threadId }, update: { $set: { hidden: true } } },
});
