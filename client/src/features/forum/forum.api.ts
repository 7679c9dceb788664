import type { Problem } from '@beffroi/shared/core/errors';
import type { Reply, Thread, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import { infiniteQueryOptions, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, client, problemOf } from '../../lib/api.ts';
import { changeReply, mergeReply } from './reply-log.ts';
import type { ThreadFilters } from './thread-filters.ts';
import { REPLIES_READ_AT_ONCE, stateOf, type ThreadState, type ThreadSync, threadSync } from './thread-sync.ts';

const threadKey = (id: string) => [['forum', 'thread'], { input: { id } }] as const;

/** A thread and its first replies; what was read before of the others is kept. */
export const threadOptions = (id: string) =>
  queryOptions({
    queryKey: threadKey(id),
    queryFn: async ({ client: cache, signal }): Promise<ThreadState> => {
      const page = await client.forum.get({ id, limit: REPLIES_READ_AT_ONCE }, { signal });
      return stateOf(page, cache.getQueryData<ThreadState>(threadKey(id))?.log);
    },
  });

/** Shows a thread just created without reading it again. */
export const rememberThread = (cache: QueryClient, page: ThreadPage): void => {
  cache.setQueryData<ThreadState>(threadKey(page.id), stateOf(page));
};

/** A club's threads, most recently active first. */
export const threadListOptions = (slug: string, filters: ThreadFilters) =>
  infiniteQueryOptions({
    ...api.forum.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, ...filters, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    // The list says what is new and lets the reader bring it, instead of moving when she looks back.
    refetchOnWindowFocus: false,
  });

/** Changes what is shown of a thread. */
export const useThreadUpdates = (id: string) => {
  const cache = useQueryClient();
  return useMemo(() => {
    const update = (change: (before: ThreadState) => ThreadState) => {
      cache.setQueryData<ThreadState>(threadKey(id), (before) => before && change(before));
    };
    return {
      update,
      setThread: (thread: Thread) => update((before) => ({ ...before, thread })),
      setReply: (reply: Reply) => update((before) => ({ ...before, log: changeReply(before.log, reply.id, () => reply) })),
      addReply: (reply: Reply) => update((before) => ({ ...before, log: mergeReply(before.log, reply) })),
      changeReply: (replyId: string, change: (reply: Reply) => Reply) =>
        update((before) => ({ ...before, log: changeReply(before.log, replyId, change) })),
    };
  }, [cache, id]);
};

/** What brings the shown thread up to date with the server. */
export const useThreadSync = (id: string): ThreadSync => {
  const cache = useQueryClient();
  return useMemo(
    () =>
      threadSync(
        id,
        client.forum,
        () => cache.getQueryData<ThreadState>(threadKey(id)),
        (change) => cache.setQueryData<ThreadState>(threadKey(id), change),
      ),
    [cache, id],
  );
};

/** Clubs by slug, for the marks beside threads. */
export const useClubCards = () => {
  const { data } = useQuery(api.clubs.list.queryOptions({ staleTime: 5 * 60_000 }));
  return useMemo(() => new Map(data?.items.map((club) => [club.slug, club])), [data]);
};

interface Attempt {
  /** Shown at once, before the server answers. */
  before?: () => void;
  act: () => Promise<void>;
  /** Takes back what was shown when the act failed. */
  undo?: () => void;
}

/** Runs one act at a time and keeps the problem it met, to be said beside its button. */
export const useAttempt = () => {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  const attempt = async ({ before, act, undo }: Attempt): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    setProblem(null);
    before?.();
    try {
      await act();
      return true;
    } catch (error) {
      undo?.();
      setProblem(problemOf(error));
      return false;
    } finally {
      setPending(false);
    }
  };
  return { attempt, problem, pending, forget: () => setProblem(null) };
};
