import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canCreateClub, canRemoveMember, canSeeCard, clubAbilities } from './clubs.policy.ts';
import type { ClubAccess, ClubStanding } from './clubs.vocabulary.ts';

const CLUB = 'club';
const actor = (facts: Partial<Actor> = {}): Actor => ({ personId: 'person', administrator: false, communes: {}, clubs: {}, ...facts });
const agent = { communes: { anzin: ['agent'] } } as const;
const people = {
  agent: actor(agent),
  member: actor({ ...agent, clubs: { [CLUB]: 'member' } }),
  pilot: actor({ ...agent, clubs: { [CLUB]: 'pilot' } }),
  guest: actor({ clubs: { [CLUB]: 'guest' } }),
  guestElsewhere: actor({ clubs: { other: 'guest' } }),
  substitute: actor(),
  administrator: actor({ administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));
const standing = (person: Actor): ClubStanding => person.clubs[CLUB] ?? 'none';

describe('who may what with a club', () => {
  const inside: Who[] = ['member', 'pilot', 'guest', 'administrator'];
  const cases: [ability: keyof ReturnType<typeof clubAbilities>, access: ClubAccess, allowed: Who[]][] = [
    ['club.read', 'open', ['agent', ...inside]],
    ['club.read', 'request', inside],
    ['club.read', 'invitation', inside],
    ['thread.create', 'open', ['agent', ...inside]],
    ['thread.create', 'request', inside],
    ['thread.announce', 'open', ['pilot', 'administrator']],
    ['club.edit-tags', 'open', ['pilot', 'administrator']],
    ['club.join', 'open', ['agent', 'administrator']],
    ['club.join', 'request', []],
    ['club.request', 'request', ['agent', 'administrator']],
    ['club.request', 'open', []],
    ['club.request', 'invitation', []],
    ['club.leave', 'open', ['member']],
    ['club.decide-requests', 'request', ['pilot', 'administrator']],
    ['club.invite', 'invitation', ['pilot', 'administrator']],
    ['club.invite', 'open', ['pilot', 'administrator']],
    ['club.edit', 'open', ['pilot', 'administrator']],
    ['club.administer', 'open', ['administrator']],
    ['club.remove-members', 'open', ['pilot', 'administrator']],
    ['club.moderate', 'open', ['pilot', 'administrator']],
  ];
  it.each(cases)('%s in a club %s: %j', (ability, access, allowed) => {
    expect(whoMay((person) => clubAbilities(person, { id: CLUB, access }, standing(person))[ability])).toEqual(allowed);
  });

  it.each([
    ['open', ['agent', 'member', 'pilot', 'guest', 'administrator']],
    ['request', ['agent', 'member', 'pilot', 'guest', 'administrator']],
    ['invitation', ['member', 'pilot', 'guest', 'administrator']],
  ] as [ClubAccess, Who[]][])('shows the card of a club %s to %j', (access, allowed) => {
    expect(whoMay((person) => canSeeCard(person, { id: CLUB, access }))).toEqual(allowed);
  });

  const kept: [ability: keyof ReturnType<typeof clubAbilities>, access: ClubAccess, allowed: Who[]][] = [
    ['club.read', 'open', ['agent', ...inside]],
    ['club.read', 'request', inside],
    ['club.leave', 'open', ['member']],
    ['club.moderate', 'open', ['pilot', 'administrator']],
    ['club.administer', 'open', ['administrator']],
    ['club.remove-members', 'open', ['pilot', 'administrator']],
    ['thread.create', 'open', []],
    ['thread.announce', 'open', []],
    ['club.join', 'open', []],
    ['club.request', 'request', []],
    ['club.decide-requests', 'request', []],
    ['club.invite', 'invitation', []],
    ['club.edit', 'open', []],
    ['club.edit-tags', 'open', []],
  ];
  it.each(kept)('%s in an archived club %s: %j', (ability, access, allowed) => {
    expect(whoMay((person) => clubAbilities(person, { id: CLUB, access, archived: true }, standing(person))[ability])).toEqual(allowed);
  });

  it('keeps pilots out of the reach of pilots', () => {
    const club = { id: CLUB, access: 'open' } as const;
    expect(whoMay((person) => canRemoveMember(person, club, 'pilot'))).toEqual([]);
    expect(whoMay((person) => canRemoveMember(person, club, 'guest'))).toEqual(['pilot', 'administrator']);
  });

  it('lets one who asked withdraw, and ask only once', () => {
    const club = { id: CLUB, access: 'request' } as const;
    expect(clubAbilities(people.agent, club, 'requested')).toMatchObject({ 'club.leave': true, 'club.request': false });
  });

  it('lets the administrator alone open a club', () => {
    expect(whoMay(canCreateClub)).toEqual(['administrator']);
  });
});
