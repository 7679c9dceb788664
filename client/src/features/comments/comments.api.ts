import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useConnected, useSocketEvent } from '../../lib/socket.ts';

export type CommentStatus = 'open' | 'resolved';
/** The margin shows them all, in the order of the text: it is read to its end, in few pages. */
const PAGE = 100;

const threadsOptions = (id: string, status: CommentStatus) =>
  api.comments.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ id, status, limit: PAGE, ...(cursor && { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The comments of a model, and whether one may comment there. */
export const useComments = (id: string, status: CommentStatus) => {
  const query = useInfiniteQuery(threadsOptions(id, status));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const pages = query.data?.pages ?? [];
  return {
    threads: pages.flatMap(({ items }) => items),
    mayComment: pages[0]?.abilities['comment.create'] ?? false,
    problem: query.data || !query.error ? null : problemOf(query.error),
    retry: () => void query.refetch(),
  };
};

/** Keeps the comments of a model fresh while it is open. */
export const useCommentsRealtime = (id: string): void => {
  const cache = useQueryClient();
  const renew = () => void cache.invalidateQueries({ queryKey: api.comments.list.key() });
  useSocketEvent('comment.changed', ({ templateId }) => {
    if (templateId === id) renew();
  });
  useConnected(renew);
};

/** Does something to a comment and reads the comments again, whatever came of it. */
export const useCommentAct = () => {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: (act: () => Promise<CommentThread>) => act(),
    onSettled: () => cache.invalidateQueries({ queryKey: api.comments.list.key() }),
  });
  const { mutateAsync, error, isPending, reset } = mutation;
  /** Whether it was done; when not, `problem` says why. */
  const run = (act: () => Promise<CommentThread>): Promise<boolean> =>
    mutateAsync(act).then(
      () => true,
      () => false,
    );
  return { run, pending: isPending, problem: error ? problemOf(error) : null, forget: reset };
};
