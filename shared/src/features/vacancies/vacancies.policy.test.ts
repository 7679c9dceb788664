import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canChangeVacancySettings, canReadVacancy, type VacancyFacts, vacancyAbilities } from './vacancies.policy.ts';
import { VACANCY_STATES, type VacancyState } from './vacancies.vocabulary.ts';

const actor = (facts: Partial<Actor>): Actor => ({ personId: 'p', administrator: false, communes: {}, clubs: {}, ...facts });
const people = {
  hr: actor({ communes: { anzin: ['agent', 'hr'] } }),
  hrOther: actor({ communes: { onnaing: ['hr'] } }),
  agent: actor({ communes: { anzin: ['agent'] } }),
  referent: actor({ communes: { anzin: ['referent'] } }),
  administrator: actor({ administrator: true }),
  guest: actor({ clubs: { club: 'guest' } }),
  substitute: actor({ substitute: true }),
};
type Who = keyof typeof people;
const facts = (state: VacancyState, expired = false): VacancyFacts => ({ commune: 'anzin', state, expired });
const allowed = (who: Who, about: VacancyFacts): string[] =>
  Object.entries(vacancyAbilities(people[who], about)).flatMap(([name, may]) => (may ? name.replace('vacancy.', '') : []));

describe('who reads a vacancy', () => {
  it.each<[Who, VacancyState[]]>([
    ['hr', [...VACANCY_STATES]],
    ['hrOther', ['published', 'filled', 'withdrawn', 'archived']],
    ['agent', ['published', 'filled', 'withdrawn', 'archived']],
    ['administrator', ['published', 'filled', 'withdrawn', 'archived']],
    ['guest', []],
    ['substitute', ['published']],
  ])('%s', (who, states) => {
    expect(VACANCY_STATES.filter((state) => canReadVacancy(people[who], facts(state)))).toEqual(states);
  });
});

it('keeps from substitutes what is no longer open', () => {
  expect(canReadVacancy(people.substitute, facts('published', true))).toBe(false);
});

describe('who does what with a vacancy', () => {
  it.each<[Who, VacancyState, boolean, string[]]>([
    ['hr', 'draft', false, ['edit', 'publish', 'remove', 'duplicate', 'see-trail']],
    ['hr', 'published', false, ['edit', 'close', 'extend', 'duplicate', 'see-trail']],
    ['hr', 'published', true, ['edit', 'publish', 'close', 'extend', 'duplicate', 'see-trail']],
    ['hr', 'filled', false, ['publish', 'duplicate', 'see-trail']],
    ['hr', 'archived', true, ['publish', 'close', 'extend', 'duplicate', 'see-trail']],
    ['hrOther', 'published', false, ['apply']],
    ['agent', 'published', false, ['apply']],
    ['agent', 'published', true, []],
    ['agent', 'withdrawn', false, []],
    ['referent', 'published', false, ['apply']],
    ['administrator', 'published', false, ['see-trail', 'apply']],
    ['administrator', 'draft', false, []],
    ['guest', 'published', false, []],
    ['substitute', 'published', false, ['apply']],
    ['substitute', 'published', true, []],
  ])('%s, %s, expired: %s', (who, state, expired, names) => {
    expect(allowed(who, facts(state, expired))).toEqual(names);
  });
});

describe('who says whether a commune shows its offers to everyone', () => {
  it.each<[Who, boolean]>([
    ['hr', true],
    ['referent', true],
    ['hrOther', false],
    ['agent', false],
    ['administrator', false],
    ['guest', false],
  ])('%s: %s', (who, may) => {
    expect(canChangeVacancySettings(people[who], 'anzin')).toBe(may);
  });
});
