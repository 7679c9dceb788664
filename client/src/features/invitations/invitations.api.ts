import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { Place } from './place.ts';

/** Who is invited to a place, or within all one answers for, and has not come yet. */
export const pendingOptions = (place?: Place) =>
  infiniteQueryOptions(
    api.invitations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(place && { [place.scope]: place.slug }), cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** What shows people or invitations is read again. */
export const useInvitedAgain = (): (() => void) => {
  const cache = useQueryClient();
  return () => {
    for (const queryKey of [api.invitations.list.key(), api.directory.key(), api.clubs.key()]) void cache.invalidateQueries({ queryKey });
  };
};
