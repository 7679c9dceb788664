import type { DateCursor } from '../../platform/cursor.ts';
import { subscribe } from '../../platform/events.ts';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { SharedReads } from '../../platform/shared-reads.ts';
import { type Written, write } from '../../platform/written-json.ts';
import { type ReplyFrame, sharedItem, sharedReply, sharedThread, type ThreadFrame } from './forum.presenter.ts';
import type { ReplyRecord } from './reply.model.ts';
import type { ThreadRecord } from './thread.model.ts';

/** A change made by a process that no Redis joins to this one is seen after this at the latest. */
const KEPT_MS = 10_000;

/** What is shown alike to all who may see it, as text, beside what decides who may and what each is shown besides. */
interface Shared<Frame, Shown> {
  frame: Frame;
  text: Written<Shown>;
}
export type SharedItem = Shared<ThreadRecord, ReturnType<typeof sharedItem>>;
export type SharedReply = Shared<ReplyFrame, ReturnType<typeof sharedReply>>;
export interface SharedThread extends Shared<ThreadFrame, ReturnType<typeof sharedThread>> {
  replies: SharedReply[];
}

export const shareItem = (thread: ThreadRecord): SharedItem => ({ frame: thread, text: write(sharedItem(thread)) });

export const shareReply = (reply: ReplyRecord): SharedReply => {
  const { body: _body, ...frame } = reply;
  return { frame, text: write(sharedReply(reply)) };
};

export const shareThread = (thread: ThreadRecord, replies: ReplyRecord[]): SharedThread => {
  const { body: _body, ...frame } = thread;
  return { frame, text: write(sharedThread(thread)), replies: replies.map(shareReply) };
};

/** A page of a club's list, one longer than what is shown of it. */
interface ListPage {
  /** Where it begins; null at the top. */
  from: DateCursor | null;
  items: SharedItem[];
}

const MEBIBYTE = 2 ** 20;
/** About what the fields of a text take, its words aside. */
const FRAME_BYTES = 2_000;
const sizeOf = (shared: readonly Shared<unknown, unknown>[]): number =>
  shared.reduce((bytes, { text }) => bytes + text.length + FRAME_BYTES, 0);

/** The pages of clubs' lists. */
export const listPages = new SharedReads<ListPage>({
  scopes: 200,
  readsPerScope: 24,
  keptMs: KEPT_MS,
  bytes: { most: 16 * MEBIBYTE, of: ({ items }) => sizeOf(items) },
});

/** Threads with their first replies, null where there is none; who may read them, and what each may do there, is decided for each reader. */
export const threadPages = new SharedReads<SharedThread | null>({
  scopes: 2_000,
  readsPerScope: 3,
  keptMs: KEPT_MS,
  bytes: { most: 48 * MEBIBYTE, of: (page) => (page ? sizeOf([page, ...page.replies]) : 0) },
});

/** Whether a page is no longer as it was read once this thread moved up: it was there, or is now. */
const showsMove =
  (threadId: string | undefined, movedTo: number) =>
  ({ from, items }: ListPage): boolean =>
    from === null || from.at.getTime() >= movedTo || items.some(({ frame }) => frame._id.toHexString() === threadId);

forgetAtClose(() => {
  listPages.forget();
  threadPages.forget();
});

/** Forgets the pages a change of texts shows on. */
export const subscribeSharedPages = (): void => {
  subscribe('forum.texts.changed', ({ threadId, clubId, lists }) => {
    threadPages.forget(threadId);
    if (lists !== 'same') listPages.forget(clubId, lists && showsMove(threadId, lists.movedTo));
  });
};
