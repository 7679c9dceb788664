import type { Person, PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import type { PersonRecord } from '../accounts/person.model.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { communeName } from './territory.queries.ts';

const clubsOf = (person: PersonRecord): PersonCard['clubs'] => {
  const clubs = new Map<string, boolean>();
  for (const { scope, scopeId, role } of person.memberships) {
    const slug = scope === 'club' ? knownClub(scopeId)?.slug : undefined;
    if (slug) clubs.set(slug, clubs.get(slug) || role === 'pilot');
  }
  return [...clubs].map(([slug, pilot]) => ({ slug, pilot }));
};

export const presentCard = (person: PersonRecord): PersonCard => ({
  id: person._id.toHexString(),
  name: person.name,
  function: person.function,
  communes: [...new Set(person.memberships.filter(({ scope }) => scope === 'commune').map(({ scopeId }) => scopeId))].map((slug) => ({
    slug,
    name: communeName(slug),
  })),
  expertise: person.expertise,
  clubs: clubsOf(person),
});

export const presentPerson = (person: PersonRecord): Person => ({
  ...presentCard(person),
  email: person.email,
  phone: person.phone ?? null,
});
