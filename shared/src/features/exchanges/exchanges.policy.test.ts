import { expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canReadOverview } from './exchanges.policy.ts';

const actor = (personId: string, facts: Partial<Actor> = {}): Actor => ({
  personId,
  administrator: false,
  communes: {},
  clubs: {},
  ...facts,
});
const agent = { communes: { anzin: ['agent'] } } as const;
const people = {
  agent: actor('agent', agent),
  member: actor('member', { ...agent, clubs: { rh: 'member' } }),
  pilot: actor('pilot', { ...agent, clubs: { rh: 'pilot' } }),
  memberElsewhere: actor('memberElsewhere', { ...agent, clubs: { urbanisme: 'pilot' } }),
  guest: actor('guest', { clubs: { rh: 'guest' } }),
  agentGuest: actor('agentGuest', { ...agent, clubs: { rh: 'guest' } }),
  substitute: actor('substitute', { substitute: true }),
  hr: actor('hr', { communes: { anzin: ['hr'] } }),
  referent: actor('referent', { communes: { anzin: ['referent'] } }),
  administrator: actor('administrator', { administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (club: string | null): Who[] => (Object.keys(people) as Who[]).filter((who) => canReadOverview(people[who], club));

it('shows the figures to the HR club’s agents, every commune’s HR and the administrator', () => {
  expect(whoMay('rh')).toEqual(['member', 'pilot', 'hr', 'administrator']);
  expect(whoMay(null)).toEqual(['hr', 'administrator']);
});
