import type { Reply, Thread, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import { EMPTY_LOG, mergePage, type ReplyLog } from './reply-log.ts';

/** What a thread's page shows. */
export interface ThreadState {
  thread: Thread;
  log: ReplyLog;
  /** Where the reader stood when it was last read. */
  reading: ThreadPage['reading'];
}

export const REPLIES_READ_AT_ONCE = 100;

interface RepliesPage {
  items: Reply[];
  nextCursor: string | null;
}

/** The two readings of the API that catching up needs. */
export interface ThreadSource {
  get: (input: { id: string; after: number; limit: number }) => Promise<ThreadPage>;
  replies: (input: { id: string; after: number; limit: number }) => Promise<RepliesPage>;
}

type Update = (change: (before: ThreadState | undefined) => ThreadState | undefined) => void;

export const stateOf = ({ replies, reading, ...thread }: ThreadPage, log: ReplyLog = EMPTY_LOG, after = 0): ThreadState => ({
  thread,
  reading,
  log: mergePage(log, replies.items, after),
});

/** Runs one at a time; whatever is asked for meanwhile is done once more, together, at the end. */
const coalesced = (task: () => Promise<void>): (() => Promise<void>) => {
  const state = { running: Promise.resolve(), busy: false, again: false };
  const run = async () => {
    try {
      do {
        state.again = false;
        await task();
      } while (state.again);
    } finally {
      state.busy = false;
    }
  };
  return () => {
    if (state.busy) state.again = true;
    else {
      state.busy = true;
      state.running = run();
    }
    return state.running;
  };
};

/**
 * Keeps one thread as the server has it.
 * @param read the state shown now; undefined before the first reading, when there is nothing to catch up.
 */
export const threadSync = (id: string, source: ThreadSource, read: () => ThreadState | undefined, update: Update) => {
  const addPage = (page: RepliesPage, after: number) =>
    update((before) => before && { ...before, log: mergePage(before.log, page.items, after) });

  /** Reads on from `after` until nothing is left, or until `upTo` is passed. */
  const readOn = async (first: RepliesPage, after: number, upTo = Number.POSITIVE_INFINITY) => {
    let page = first;
    let last = after;
    for (;;) {
      last = page.items.at(-1)?.number ?? last;
      if (!page.nextCursor || last >= upTo || !page.items.length) return;
      page = await source.replies({ id, after: last, limit: REPLIES_READ_AT_ONCE });
      addPage(page, last);
    }
  };

  /** The thread as it stands, and every reply after the last one known: no gap, no duplicate. */
  const catchUp = coalesced(async () => {
    const after = read()?.log.knownUpTo;
    if (after === undefined) return;
    const page = await source.get({ id, after, limit: REPLIES_READ_AT_ONCE });
    update((before) => stateOf(page, before?.log, after));
    await readOn(page.replies, after);
  });

  /** Reads again the replies between two numbers: they were edited, deleted or voted on. */
  const reread = async (from: number, to: number) => {
    const limit = Math.min(REPLIES_READ_AT_ONCE, Math.max(1, to - from + 1));
    const page = await source.replies({ id, after: from - 1, limit });
    addPage(page, from - 1);
    await readOn(page, from - 1, to);
  };

  return { catchUp, reread };
};

export type ThreadSync = ReturnType<typeof threadSync>;
