import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canCreateFiche, canEditFiche, canReadFiche, canRemoveFiche, canReportFiche, canRestoreFiche } from './fiches.policy.ts';

const CLUB = 'club';
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
  answerer: actor('answerer', agent),
  maker: actor('maker', { ...agent, clubs: { [CLUB]: 'member' } }),
  pilot: actor('pilot', { clubs: { [CLUB]: 'pilot' } }),
  guest: actor('guest', { clubs: { [CLUB]: 'guest' } }),
  substitute: actor('substitute'),
  administrator: actor('administrator', { administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));
const open = { id: CLUB, access: 'open' } as const;
const closed = { id: CLUB, access: 'request' } as const;
const facts = { createdById: 'maker', answeredById: 'answerer', removed: false };

describe('who may what with a fiche', () => {
  it('lets the pilots and the answer’s author make one, once an answer is accepted', () => {
    expect(whoMay((person) => canCreateFiche(person, { club: open, answeredById: 'answerer' }))).toEqual([
      'answerer',
      'pilot',
      'administrator',
    ]);
    expect(whoMay((person) => canCreateFiche(person, { club: open, answeredById: null }))).toEqual([]);
    expect(whoMay((person) => canCreateFiche(person, { club: closed, answeredById: 'answerer' }))).toEqual(['pilot', 'administrator']);
  });
  it('lets those read it who read the club', () => {
    expect(whoMay((person) => canReadFiche(person, { club: open, ...facts }))).toEqual([
      'agent',
      'answerer',
      'maker',
      'pilot',
      'guest',
      'administrator',
    ]);
    expect(whoMay((person) => canReadFiche(person, { club: closed, ...facts }))).toEqual(['maker', 'pilot', 'guest', 'administrator']);
  });
  it('lets the pilots, who made it and who answered revise it', () => {
    expect(whoMay((person) => canEditFiche(person, { club: open, ...facts }))).toEqual(['answerer', 'maker', 'pilot', 'administrator']);
  });
  it('lets whoever reads it report it, but who made it', () => {
    expect(whoMay((person) => canReportFiche(person, { club: open, ...facts }))).toEqual([
      'agent',
      'answerer',
      'pilot',
      'guest',
      'administrator',
    ]);
  });
  it('lets those who animate the club remove it and put it back, and nobody else read it then', () => {
    const removed = { club: open, ...facts, removed: true };
    const animators = ['pilot', 'administrator'];
    expect(whoMay((person) => canRemoveFiche(person, { club: open, ...facts }))).toEqual(animators);
    for (const may of [canReadFiche, canRestoreFiche]) expect(whoMay((person) => may(person, removed))).toEqual(animators);
    for (const may of [canEditFiche, canReportFiche, canRemoveFiche]) expect(whoMay((person) => may(person, removed))).toEqual([]);
    expect(whoMay((person) => canRestoreFiche(person, { club: open, ...facts }))).toEqual([]);
  });
});
