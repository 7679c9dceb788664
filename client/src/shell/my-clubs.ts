import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { useQuery } from '@tanstack/react-query';
import { useMatch } from 'react-router';
import { api } from '../lib/api.ts';

const BELONGS = new Set<ClubCard['standing']>(['member', 'pilot', 'guest']);

/** Every club the person may know of, and those she belongs to. Undefined until known. */
export const useClubs = (): { all: ClubCard[] | undefined; mine: ClubCard[] | undefined } => {
  const all = useQuery(api.clubs.list.queryOptions()).data?.items;
  return { all, mine: all?.filter((club) => BELONGS.has(club.standing)) };
};

/** The address of the question form, on the club being looked at where one may ask; null when one may ask nowhere. */
export const useAskPath = (): string | null => {
  const { all } = useClubs();
  const slug = useMatch('/clubs/:slug/*')?.params.slug;
  const open = all?.filter((club) => club.abilities['thread.create']) ?? [];
  if (open.length === 0) return null;
  return open.some((club) => club.slug === slug) ? `/poser?club=${slug}` : '/poser';
};
