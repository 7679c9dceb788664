import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { type AgentFacts, agentAbilities, canChangeRoles } from './agents.policy.ts';

const actor = (facts: Partial<Actor> = {}): Actor => ({ personId: 'someone', administrator: false, communes: {}, clubs: {}, ...facts });
const people = {
  agent: actor({ communes: { anzin: ['agent', 'hr'] } }),
  referent: actor({ communes: { anzin: ['agent', 'referent'] } }),
  referentElsewhere: actor({ communes: { onnaing: ['referent'] } }),
  referentOfBoth: actor({ communes: { anzin: ['referent'], onnaing: ['referent'] } }),
  pilot: actor({ communes: { anzin: ['agent'] }, clubs: { club: 'pilot' } }),
  administrator: actor({ administrator: true }),
};
type Who = keyof typeof people;
type Ability = keyof ReturnType<typeof agentAbilities>;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));
const agent = (facts: Partial<AgentFacts> = {}): AgentFacts => ({
  personId: 'her',
  administrator: false,
  communes: ['anzin'],
  roles: ['agent'],
  suspended: false,
  ...facts,
});
const referents: Who[] = ['referent', 'referentOfBoth', 'administrator'];

describe('who may what with an agent of a commune', () => {
  it.each([
    ['agent.suspend', agent(), referents],
    ['agent.suspend', agent({ communes: ['anzin', 'onnaing'] }), ['referentOfBoth', 'administrator']],
    ['agent.suspend', agent({ roles: ['agent', 'referent'] }), ['administrator']],
    ['agent.suspend', agent({ administrator: true }), ['administrator']],
    ['agent.suspend', agent({ suspended: true }), []],
    ['agent.reactivate', agent({ suspended: true }), referents],
    ['agent.reactivate', agent(), []],
    ['agent.remove', agent({ communes: ['anzin', 'onnaing'] }), referents],
    ['agent.remove', agent({ roles: ['agent', 'referent'] }), ['administrator']],
    ['agent.change-roles', agent(), referents],
  ] as [Ability, AgentFacts, Who[]][])('%s %j: %j', (ability, facts, allowed) => {
    expect(whoMay((person) => agentAbilities(person, 'anzin', facts)[ability])).toEqual(allowed);
  });

  it('lets nobody suspend or remove herself, the administrator neither', () => {
    const self = agent({ personId: 'someone' });
    for (const ability of ['agent.suspend', 'agent.remove'] as const)
      expect(whoMay((person) => agentAbilities(person, 'anzin', self)[ability])).toEqual([]);
  });

  it('has referents named by the administrator', () => {
    expect(whoMay((person) => canChangeRoles(person, 'anzin', agent(), ['agent', 'referent']))).toEqual(['administrator']);
    expect(whoMay((person) => canChangeRoles(person, 'anzin', agent(), ['agent', 'hr']))).toEqual(referents);
  });
});
