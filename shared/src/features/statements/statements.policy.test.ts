import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canDrawUpAgreement, canReadStatements } from './statements.policy.ts';
import { confirmationInWords, hoursInWords } from './statements.vocabulary.ts';

const actor = (personId: string, facts: Partial<Actor> = {}): Actor => ({
  personId,
  administrator: false,
  communes: {},
  clubs: {},
  ...facts,
});
const people = {
  agent: actor('agent', { communes: { anzin: ['agent'] } }),
  hrHost: actor('hrHost', { communes: { anzin: ['hr'] } }),
  hrLender: actor('hrLender', { communes: { onnaing: ['agent', 'hr'] } }),
  hrElsewhere: actor('hrElsewhere', { communes: { hergnies: ['hr'] } }),
  referent: actor('referent', { communes: { anzin: ['referent'] } }),
  substitute: actor('substitute', { substitute: true }),
  guest: actor('guest', { clubs: { club: 'guest' } }),
  administrator: actor('administrator', { administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));

describe('who may what with hours exchanged', () => {
  it('shows a commune’s statements to its HR alone', () => {
    expect(whoMay((person) => canReadStatements(person, 'anzin'))).toEqual(['hrHost']);
  });
  it('lets the HR of the two communes draw up their agreement', () => {
    expect(whoMay((person) => canDrawUpAgreement(person, { host: 'anzin', lender: 'onnaing' }))).toEqual(['hrHost', 'hrLender']);
    expect(whoMay((person) => canDrawUpAgreement(person, { host: 'anzin', lender: null }))).toEqual(['hrHost']);
  });
});

describe('hours in words', () => {
  it.each([
    [0, '0 h'],
    [5, '0 h 05'],
    [210, '3 h 30'],
    [6_000, '100 h'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(hoursInWords(minutes)).toBe(words.replaceAll(' ', '\u00a0'));
  });
  it('say who confirmed them', () => {
    expect(confirmationInWords({ commune: true, substitute: true, agreed: true })).toBe('Par les deux');
    expect(confirmationInWords({ commune: true, substitute: true, agreed: false })).toBe('Heures en désaccord');
    expect(confirmationInWords({ commune: true, substitute: false, agreed: false })).toBe('Par la commune seule');
    expect(confirmationInWords({ commune: false, substitute: true, agreed: false })).toBe('Sans la commune');
    expect(confirmationInWords({ commune: false, substitute: false, agreed: false })).toBe('À confirmer');
  });
});
