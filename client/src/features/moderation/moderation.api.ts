import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Reported posts that wait for a decision. */
export const reportsOptions = (slug: string) =>
  infiniteQueryOptions(
    api.moderation.reports.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** A club's audit trail, the latest first. */
export const trailOptions = (slug: string) =>
  infiniteQueryOptions(
    api.moderation.trail.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
