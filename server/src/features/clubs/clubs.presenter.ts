import type { Actor } from '@beffroi/shared/core/actor';
import type { Club, ClubCard, Member } from '@beffroi/shared/features/clubs/clubs.contract';
import { clubAbilities } from '@beffroi/shared/features/clubs/clubs.policy';
import type { ClubStanding } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { personRefOf } from '../accounts/accounts.queries.ts';
import type { PersonRecord } from '../accounts/person.model.ts';
import type { ClubRecord } from './club.model.ts';

export const presentClubCard = (actor: Actor, club: ClubRecord, standing: ClubStanding): ClubCard => {
  const id = club._id.toHexString();
  const { slug, name, mark, hue, summary, access, memberCount, threadCount, lastActivityAt, archivedAt } = club;
  const abilities = clubAbilities(actor, { id, access, archived: Boolean(archivedAt) }, standing);
  return {
    id,
    slug,
    name,
    mark,
    hue,
    summary,
    access,
    memberCount,
    threadCount,
    // When something last happened inside is for those inside.
    lastActivityAt: abilities['club.read'] ? (lastActivityAt?.toISOString() ?? null) : null,
    archivedAt: archivedAt?.toISOString() ?? null,
    standing,
    abilities,
  };
};

export const presentClub = (
  actor: Actor,
  club: ClubRecord,
  standing: ClubStanding,
  pilots: PersonRecord[],
  requestCount: number | null,
): Club => {
  const { purposes, audience, firstWorks, charter, rhythm, place } = club;
  return {
    ...presentClubCard(actor, club, standing),
    purposes,
    audience,
    firstWorks,
    charter,
    rhythm,
    place,
    pilots: pilots.map(personRefOf),
    version: club.version ?? 0,
    requestCount,
  };
};

export const presentMember = (person: PersonRecord, clubId: string): Member => {
  const here = person.memberships.filter(({ scope, scopeId }) => scope === 'club' && scopeId === clubId);
  const best = here.find(({ role }) => role === 'pilot') ?? here[0];
  return {
    person: { ...personRefOf(person), function: person.function, expertise: person.expertise },
    role: (best?.role ?? 'member') as Member['role'],
    since: (best?.since ?? person.createdAt).toISOString(),
  };
};
