import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canAgree, canDeclare, canKnowPool, canReadPool, canWithdraw, type PooledFacts } from './substitutes.policy.ts';

const actor = (facts: Partial<Actor> = {}): Actor => ({ personId: 'someone', administrator: false, communes: {}, clubs: {}, ...facts });
const people = {
  agent: actor({ communes: { anzin: ['agent'] } }),
  hr: actor({ communes: { anzin: ['agent', 'hr'] } }),
  hrElsewhere: actor({ communes: { onnaing: ['hr'] } }),
  referent: actor({ communes: { anzin: ['referent'] } }),
  substitute: actor({ substitute: true }),
  guest: actor({ clubs: { club: 'guest' } }),
  administrator: actor({ administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));
const her = (facts: Partial<PooledFacts> = {}): PooledFacts => ({ personId: 'her', employer: 'anzin', agreedBy: null, ...facts });

describe('who may what with the pool', () => {
  it.each<[string, (person: Actor) => boolean, Who[]]>([
    ['declare herself', canDeclare, ['agent', 'hr', 'hrElsewhere', 'referent', 'substitute']],
    ['know that there is one', canKnowPool, ['agent', 'hr', 'hrElsewhere', 'referent', 'substitute', 'administrator']],
    ['read a commune’s part of it', (person) => canReadPool(person, 'anzin'), ['hr', 'administrator']],
    ['agree for an agent', (person) => canAgree(person, 'anzin', her()), ['hr']],
    ['agree for another commune’s agent', (person) => canAgree(person, 'anzin', her({ employer: 'onnaing' })), []],
    ['accept a person from outside', (person) => canAgree(person, 'anzin', her({ employer: null })), ['hr']],
    ['accept her again for her own commune', (person) => canAgree(person, 'anzin', her({ employer: null, agreedBy: 'onnaing' })), []],
    ['agree for herself', (person) => canAgree(person, 'anzin', her({ personId: 'someone' })), []],
    ['withdraw what was never granted', (person) => canWithdraw(person, 'anzin', her()), []],
    ['withdraw her commune’s agreement', (person) => canWithdraw(person, 'anzin', her({ agreedBy: 'anzin' })), ['hr']],
    ['withdraw another commune’s', (person) => canWithdraw(person, 'onnaing', her({ employer: null, agreedBy: 'anzin' })), []],
  ])('%s', (_ability, can, allowed) => expect(whoMay(can)).toEqual(allowed));
});
