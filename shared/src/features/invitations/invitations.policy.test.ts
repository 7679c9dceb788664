import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canGiveUnasked, canGrant, canInvite, canManageInvitation, type GrantFacts, type InvitedFacts } from './invitations.policy.ts';

const actor = (facts: Partial<Actor> = {}): Actor => ({ personId: 'person', administrator: false, communes: {}, clubs: {}, ...facts });
const people = {
  agent: actor({ communes: { anzin: ['agent', 'hr'] } }),
  referent: actor({ communes: { anzin: ['agent', 'referent'] } }),
  referentElsewhere: actor({ communes: { onnaing: ['referent'] } }),
  pilot: actor({ communes: { onnaing: ['agent'] }, clubs: { club: 'pilot' } }),
  member: actor({ clubs: { club: 'member' } }),
  guest: actor({ clubs: { club: 'guest' } }),
  administrator: actor({ administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));

const commune = (role: 'agent' | 'hr' | 'referent'): GrantFacts => ({ scope: 'commune', slug: 'anzin', role });
const club = (role: 'member' | 'guest' | 'pilot', access: 'open' | 'request' | 'invitation'): GrantFacts => ({
  scope: 'club',
  club: { id: 'club', access },
  role,
});

const HR = actor({ communes: { onnaing: ['agent', 'hr'] } });

describe('who may invite with what', () => {
  it.each([
    [commune('agent'), ['referent', 'administrator']],
    [commune('hr'), ['referent', 'administrator']],
    [commune('referent'), ['referent', 'administrator']],
    [club('member', 'open'), ['referent', 'referentElsewhere', 'pilot', 'administrator']],
    [club('guest', 'open'), ['pilot', 'administrator']],
    [club('member', 'request'), ['pilot', 'administrator']],
    [club('member', 'invitation'), ['pilot', 'administrator']],
    [club('guest', 'invitation'), ['pilot', 'administrator']],
    [club('pilot', 'open'), ['administrator']],
  ] as [GrantFacts, Who[]][])('%j: %j', (grant, allowed) => {
    expect(whoMay((person) => canGrant(person, grant))).toEqual(allowed);
  });

  it.each([
    ['serves anzin alone', { communes: ['anzin'], known: true }, ['referent', 'administrator'], ['pilot', 'administrator', 'referent']],
    ['serves both', { communes: ['anzin', 'onnaing'], known: true }, ['administrator'], ['pilot', 'administrator']],
    ['serves elsewhere', { communes: ['trith'], known: true }, ['administrator'], ['pilot', 'administrator']],
    ['serves none', { communes: [], known: false }, ['administrator'], ['administrator']],
  ] as [string, InvitedFacts, Who[], Who[]][])('gives rights unasked to who %s', (_, person, inCommune, inClub) => {
    expect(whoMay((actor) => canGiveUnasked(actor, person, commune('agent')))).toEqual(inCommune);
    expect(whoMay((actor) => canGiveUnasked(actor, person, club('member', 'open'))).sort()).toEqual([...inClub].sort());
  });

  it('lets HR and referents of any commune bring people from outside into the pool, and HR nobody else', () => {
    const substitute: GrantFacts = { scope: 'territory', role: 'substitute' };
    expect(whoMay((person) => canGrant(person, substitute))).toEqual(['agent', 'referent', 'referentElsewhere', 'administrator']);
    expect(canGrant(HR, substitute) && canManageInvitation(HR, [substitute])).toBe(true);
    expect(canInvite(HR) || canManageInvitation(HR, [substitute, commune('agent')])).toBe(false);
    expect(canGiveUnasked(HR, { communes: [], known: false }, substitute)).toBe(false);
  });

  it('lets those invite who answer for somebody', () => {
    expect(whoMay(canInvite)).toEqual(['referent', 'referentElsewhere', 'pilot', 'administrator']);
  });

  it('has an invitation managed by whoever could have made all of it', () => {
    expect(whoMay((person) => canManageInvitation(person, [commune('agent'), club('member', 'open')]))).toEqual([
      'referent',
      'administrator',
    ]);
    expect(whoMay((person) => canManageInvitation(person, [commune('agent'), club('member', 'request')]))).toEqual(['administrator']);
  });
});
