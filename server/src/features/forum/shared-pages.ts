import { subscribe } from '../../platform/events.ts';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { SharedReads } from '../../platform/shared-reads.ts';
import type { ReplyRecord } from './reply.model.ts';
import type { ThreadRecord } from './thread.model.ts';

/** A change made by a process that no Redis joins to this one is seen after this at the latest. */
const KEPT_MS = 10_000;

/** The pages of clubs' lists, each one longer than what is shown of it. */
export const listPages = new SharedReads<ThreadRecord[]>({
  scopes: 200,
  readsPerScope: 24,
  keptMs: KEPT_MS,
});

/** Threads with their first replies, as kept; who may read them, and what each may do there, is decided for each reader. */
export const threadPages = new SharedReads<{ thread: ThreadRecord | null; replies: ReplyRecord[] }>({
  scopes: 300,
  readsPerScope: 3,
  keptMs: KEPT_MS,
});

forgetAtClose(() => {
  listPages.forget();
  threadPages.forget();
});

/** Forgets the pages a change of texts shows on. */
export const subscribeSharedPages = (): void => {
  subscribe('forum.texts.changed', ({ threadId, clubId }) => {
    threadPages.forget(threadId);
    listPages.forget(clubId);
  });
};
