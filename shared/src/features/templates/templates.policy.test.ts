import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canChangeState, canDeleteTemplate, canRestoreTemplate, documentLevel } from './templates.policy.ts';
import { TEMPLATE_STATES, type TemplateState } from './templates.vocabulary.ts';

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
  guest: actor('guest', { clubs: { [CLUB]: 'guest' } }),
  member: actor('member', { ...agent, clubs: { [CLUB]: 'member' } }),
  author: actor('author', { ...agent, clubs: { [CLUB]: 'member' } }),
  pilot: actor('pilot', { ...agent, clubs: { [CLUB]: 'pilot' } }),
  administrator: actor('administrator', { ...agent, administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));
const closed = { id: CLUB, access: 'request' } as const;
const facts = (state: TemplateState, deleted = false) => ({ club: closed, createdById: 'author', state, deleted });
const levels = (state: TemplateState) => Object.values(people).map((person) => documentLevel(person, facts(state)));

describe('what one may do in a model’s text', () => {
  it.each<[TemplateState, ReturnType<typeof levels>]>([
    ['draft', ['none', 'suggest', 'edit', 'manage', 'manage', 'manage']],
    ['review', ['none', 'suggest', 'suggest', 'manage', 'manage', 'manage']],
    ['validated', ['none', 'read', 'read', 'read', 'read', 'read']],
    ['replaced', ['none', 'read', 'read', 'read', 'read', 'read']],
  ])('%s: %j', (state, expected) => expect(levels(state)).toEqual(expected));

  it('is to read once its club is archived, and nothing once it is deleted', () => {
    const archived = { ...facts('draft'), club: { ...closed, archived: true } };
    expect(Object.values(people).map((person) => documentLevel(person, archived))).toEqual(levels('validated'));
    for (const person of Object.values(people)) expect(documentLevel(person, facts('draft', true))).toBe('none');
  });
});

describe('who changes its state', () => {
  it('lets who leads it go between draft and review', () => {
    for (const [from, to] of [
      ['draft', 'review'],
      ['review', 'draft'],
    ] as const)
      expect(whoMay((person) => canChangeState(person, facts(from), to))).toEqual(['author', 'pilot', 'administrator']);
  });
  it('lets the club’s pilots alone validate, and take up or replace what was validated', () => {
    for (const [from, to] of [
      ['draft', 'validated'],
      ['review', 'validated'],
      ['validated', 'replaced'],
      ['validated', 'draft'],
    ] as const)
      expect(whoMay((person) => canChangeState(person, facts(from), to))).toEqual(['pilot']);
  });
  it('knows no change to the state it is in, nor of what is deleted', () => {
    for (const state of TEMPLATE_STATES) expect(canChangeState(people.pilot, facts(state), state)).toBe(false);
    expect(canChangeState(people.pilot, facts('draft', true), 'review')).toBe(false);
  });
});

it('takes away a draft that was never validated, and gives it back, by who leads it', () => {
  expect(whoMay((person) => canDeleteTemplate(person, facts('draft'), 0))).toEqual(['author', 'pilot', 'administrator']);
  expect(whoMay((person) => canDeleteTemplate(person, facts('draft'), 1))).toEqual([]);
  expect(whoMay((person) => canRestoreTemplate(person, facts('draft', true)))).toEqual(['author', 'pilot', 'administrator']);
});
