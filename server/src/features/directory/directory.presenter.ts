import type { Actor } from '@beffroi/shared/core/actor';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Person, PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import type { PersonRecord } from '../accounts/person.model.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { communeName } from './territory.queries.ts';

/** Only the clubs the reader may know of. */
const clubsOf = (actor: Actor, person: PersonRecord): PersonCard['clubs'] => {
  const clubs = new Map<string, boolean>();
  for (const { scope, scopeId, role } of person.memberships) {
    const club = scope === 'club' ? knownClub(scopeId) : undefined;
    if (club && canSeeCard(actor, club)) clubs.set(club.slug, clubs.get(club.slug) || role === 'pilot');
  }
  return [...clubs].map(([slug, pilot]) => ({ slug, pilot }));
};

export const presentCard = (actor: Actor, person: PersonRecord): PersonCard => ({
  id: person._id.toHexString(),
  name: person.name,
  function: person.function,
  communes: [...new Set(person.memberships.filter(({ scope }) => scope === 'commune').map(({ scopeId }) => scopeId))].map((slug) => ({
    slug,
    name: communeName(slug),
  })),
  expertise: person.expertise,
  clubs: clubsOf(actor, person),
});

export const presentPerson = (actor: Actor, person: PersonRecord): Person => ({
  ...presentCard(actor, person),
  email: person.email,
  phone: person.phone ?? null,
});
