import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Tag } from '@beffroi/shared/features/clubs/club-tags.contract';
import { type ClubFacts, canRead, canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { ClubModel, type ClubRecord } from './club.model.ts';

export type KnownClub = ClubFacts & { slug: string; name: string; tags: readonly Tag[] };

/** Who may enter which club is asked by every request: the few facts that decide it are kept in memory. */
let byId = new Map<string, KnownClub>();
let bySlug = new Map<string, KnownClub>();
forgetAtClose(() => {
  byId = new Map();
  bySlug = new Map();
});

/** Reads the clubs again; called at start, when one changed, and from time to time for changes made by another process. */
export const refreshClubs = async (): Promise<void> => {
  const clubs = await ClubModel.find({}, { slug: 1, name: 1, access: 1, tags: 1, archivedAt: 1 }).sort({ order: 1 }).lean<ClubRecord[]>();
  const known = clubs.map(({ _id, slug, name, access, tags, archivedAt }) => ({
    id: _id.toHexString(),
    slug,
    name,
    access,
    tags: tags ?? [],
    archived: Boolean(archivedAt),
  }));
  byId = new Map(known.map((club) => [club.id, club]));
  bySlug = new Map(known.map((club) => [club.slug, club]));
};

export const knownClub = (id: string): KnownClub | undefined => byId.get(id);

export const knownClubBySlug = (slug: string): KnownClub | undefined => bySlug.get(slug);
export const allClubs = (): KnownClub[] => [...byId.values()];

/** The clubs whose content the actor may read. */
export const readableClubs = (actor: Actor): KnownClub[] => [...byId.values()].filter((club) => canRead(actor, club));

/** Those of them something may still happen in. */
export const liveClubs = (actor: Actor): KnownClub[] => readableClubs(actor).filter(({ archived }) => !archived);

/** The live clubs the actor was given: hers, as pilot, member or guest. */
const ownClubs = (actor: Actor): KnownClub[] => [...byId.values()].filter(({ id, archived }) => !archived && actor.clubs[id] !== undefined);

/** The clubs whose life the actor follows: her own; for who has none yet, all she may read. */
export const clubsOf = (actor: Actor): KnownClub[] => {
  const own = ownClubs(actor);
  return own.length > 0 ? own : liveClubs(actor);
};

/** @throws AppError `not-found`, also when the actor may not read it: she is not told which */
export const readableClub = (actor: Actor, slug: string): KnownClub => {
  const club = bySlug.get(slug);
  if (!club || !canRead(actor, club)) throw new AppError('not-found');
  return club;
};

/** @throws AppError `not-found`, also when the actor may not know of it */
export const visibleClub = (actor: Actor, slug: string): KnownClub => {
  const club = bySlug.get(slug);
  if (!club || !canSeeCard(actor, club)) throw new AppError('not-found');
  return club;
};
