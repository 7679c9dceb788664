import type { FollowLevel } from '@beffroi/shared/features/attention/attention.vocabulary';
import { infiniteQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';

/** How many threads wait, by club; told anew by the live events. */
const unreadOptions = () => api.attention.unread.queryOptions({ staleTime: 60_000 });

/** How many threads wait in all and in each club; nothing until it is known. */
export const useUnread = (): { total: number; inClub: (slug: string) => number } => {
  const { data } = useQuery(unreadOptions());
  return { total: data?.total ?? 0, inClub: (slug) => data?.clubs.find((club) => club.slug === slug)?.unread ?? 0 };
};

/** How many threads of a club wait; undefined until it is known. */
export const useWaitingIn = (slug: string): number | undefined => {
  const { data } = useQuery(unreadOptions());
  return data && (data.clubs.find((club) => club.slug === slug)?.unread ?? 0);
};

/** As many as one goes through at a time. */
export const CATCH_UP_PAGE = 50;

/** What waits to be read, in the order in which one reads it. */
export const catchUpOptions = () =>
  infiniteQueryOptions({
    ...api.attention.catchUp.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: CATCH_UP_PAGE }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    // Read anew each time one comes, and never moved while one goes through it.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/**
 * Tells the server what was seen. `keepalive`: the request outlives the page one leaves. What fails is told again by the next
 * reply seen or the next visit, since what was seen only grows.
 */
export const tellRead = async (id: string, number: number): Promise<void> => {
  await fetch(`/api/threads/${encodeURIComponent(id)}/read`, {
    method: 'PUT',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number }),
  }).catch(() => undefined);
  // Told by the server too, but only once the live connection is there.
  void queryClient.invalidateQueries({ queryKey: api.attention.unread.key() });
  for (const queryKey of [api.forum.list.key(), api.today.key(), api.forum.waiting.key()])
    void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
};

/** Since one's visit before: read once for a visit, which entering the club begins. */
export const visitOptions = (slug: string) =>
  api.attention.visitClub.queryOptions({ input: { slug }, staleTime: 10 * 60_000, refetchOnWindowFocus: false });

/** Chooses how one follows a club; its rows and counts follow. */
export const useFollowClub = (slug: string) => {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (level: FollowLevel) => client.attention.followClub({ slug, level }),
    onSuccess: ({ level }) => {
      cache.setQueryData(visitOptions(slug).queryKey, (visit) => visit && { ...visit, level });
      void cache.invalidateQueries({ queryKey: api.attention.unread.key() });
      void cache.invalidateQueries({ queryKey: api.forum.list.key() });
    },
  });
};

/** Marks a whole club, or everything, read up to an instant. */
export const useClear = () => {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ slug, until }: { slug?: string; until: string }) =>
      slug ? client.attention.readClub({ slug, until }) : client.attention.clear({ until }),
    onSuccess: (counts) => {
      cache.setQueryData(unreadOptions().queryKey, counts);
      void cache.invalidateQueries({ queryKey: api.forum.list.key() });
    },
  });
};
