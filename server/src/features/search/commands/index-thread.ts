import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { termsOf, titleTermsOf } from '../french-terms.ts';
import { oneLine } from '../one-line.ts';
import { SearchEntryModel } from '../search-entry.model.ts';
import { recordWords } from './record-words.ts';

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

/** Makes a thread findable as it stands, and brings what its replies copy from it up to date. Safe to do twice. */
export const indexThread = async (thread: SearchableThread): Promise<void> => {
  const { threadId, clubId, clubSlug, status, author, at } = thread;
  const [title, text] = [oneLine(thread.title), oneLine(thread.text)];
  await recordWords(`${title}\n${text}`);
  const shared = { clubId, clubSlug, title, status, hidden: false };
  const own = { refId: threadId, number: null, communeSlug: author.commune?.slug ?? null, author, text, accepted: false, at };
  const terms = { terms: termsOf(`${title}\n${text}`), titleTerms: titleTermsOf(title) };
  await SearchEntryModel.updateOne(
    { _id: `thread:${threadId}` },
    { $set: { kind: 'thread', threadId, ...shared, ...own, ...terms } },
    { upsert: true },
  );
  const acceptedId = thread.acceptedReplyId ?? null;
  await SearchEntryModel.updateMany({ threadId, kind: 'reply' }, { $set: shared });
  await SearchEntryModel.updateMany({ threadId, accepted: true, refId: { $ne: acceptedId } }, { $set: { accepted: false } });
  if (acceptedId) await SearchEntryModel.updateOne({ _id: `reply:${acceptedId}` }, { $set: { accepted: true } });
};

/** Brings every text of a thread to its status, which a reply may change. Safe to do twice. */
export const followStatus = async ({ threadId, status }: Pick<SearchableThread, 'threadId' | 'status'>): Promise<void> => {
  await SearchEntryModel.updateMany({ threadId, status: { $ne: status } }, { $set: { status } });
};

/** Takes a deleted thread and its replies out of the results. Safe to do twice. */
export const hideThread = async (threadId: string): Promise<void> => {
  await SearchEntryModel.updateMany({ threadId }, { $set: { hidden: true } });
};
