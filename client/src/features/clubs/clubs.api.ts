import type { Club, ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { meOptions } from '../../lib/me.ts';

/** A club's members, pilots first. */
export const membersOptions = (slug: string) =>
  infiniteQueryOptions(
    api.clubs.members.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** Who asks to join, oldest first. */
export const requestsOptions = (slug: string) => api.clubs.requests.queryOptions({ input: { slug } });

/** Joins or asks to join, leaves or withdraws; every place that shows where one stands follows. */
export const useMembership = (slug: string) => {
  const cache = useQueryClient();
  const onSuccess = (club: Club) => {
    cache.setQueryData(api.clubs.get.queryKey({ input: { slug } }), club);
    const stale = [
      api.clubs.list.key(),
      api.clubs.members.key({ input: { slug } }),
      api.today.key(),
      api.forum.key(),
      meOptions().queryKey,
    ];
    for (const queryKey of stale) void cache.invalidateQueries({ queryKey });
  };
  const join = useMutation(api.clubs.join.mutationOptions({ onSuccess }));
  const leave = useMutation(api.clubs.leave.mutationOptions({ onSuccess }));
  return { join, leave };
};

/** A club was changed by whom it is kept by: every place that shows it follows. */
export const useClubChanged = (slug: string) => {
  const cache = useQueryClient();
  return (club: Club) => {
    cache.setQueryData(api.clubs.get.queryKey({ input: { slug } }), club);
    const stale = [
      api.clubs.list.key(),
      api.clubs.members.key({ input: { slug } }),
      api.administration.key(),
      api.moderation.key(),
      api.today.key(),
    ];
    for (const queryKey of stale) void cache.invalidateQueries({ queryKey });
  };
};

/** One's own clubs first, in the order the server gives both. */
export const mineFirst = (clubs: readonly ClubCard[]): { mine: ClubCard[]; others: ClubCard[] } => ({
  mine: clubs.filter((club) => ['member', 'pilot', 'guest'].includes(club.standing)),
  others: clubs.filter((club) => ['none', 'requested'].includes(club.standing)),
});
