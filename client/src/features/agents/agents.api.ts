import { infiniteQueryOptions, keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** The people of a commune, those found by `q` when given. */
export const agentsOptions = (slug: string, q: string) =>
  infiniteQueryOptions({
    ...api.agents.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor, ...(q && { q }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });

/** What was done to their rights. */
export const actsOptions = (slug: string) =>
  infiniteQueryOptions(
    api.agents.acts.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** What shows a commune's people is read again. */
export const useAgentsAgain = (): (() => void) => {
  const cache = useQueryClient();
  return () => {
    for (const queryKey of [api.agents.key(), api.directory.key()]) void cache.invalidateQueries({ queryKey });
  };
};
