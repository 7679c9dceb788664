import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import {
  type ApplicationFacts,
  applicationAbilities,
  canApply,
  canMoveTo,
  canReadApplication,
  canReadApplications,
  canSeeTrail,
  canWithdraw,
} from './applications.policy.ts';
import { APPLICATION_STATES, type ApplicationState } from './applications.vocabulary.ts';

const actor = (personId: string, facts: Partial<Actor> = {}): Actor => ({
  personId,
  administrator: false,
  communes: {},
  clubs: {},
  ...facts,
});
const people = {
  agent: actor('agent', { communes: { anzin: ['agent'] } }),
  applicant: actor('applicant', { communes: { onnaing: ['agent'] } }),
  substitute: actor('substitute', { substitute: true }),
  guest: actor('guest', { clubs: { club: 'guest' } }),
  hr: actor('hr', { communes: { anzin: ['hr'] } }),
  hrElsewhere: actor('hrElsewhere', { communes: { onnaing: ['hr'] } }),
  referent: actor('referent', { communes: { anzin: ['referent'] } }),
  administrator: actor('administrator', { administrator: true }),
};
type Who = keyof typeof people;
const whoMay = (can: (person: Actor) => boolean): Who[] => (Object.keys(people) as Who[]).filter((who) => can(people[who]));
const application = (state: ApplicationState = 'received', applicantId: string | null = 'applicant'): ApplicationFacts => ({
  applicantId,
  commune: 'anzin',
  state,
});

describe('who may what with applications', () => {
  it('lets agents and substitutes apply while a vacancy is open, but those who deal with it', () => {
    expect(whoMay((person) => canApply(person, { commune: 'anzin', open: true }))).toEqual([
      'agent',
      'applicant',
      'substitute',
      'hrElsewhere',
      'referent',
      'administrator',
    ]);
    expect(whoMay((person) => canApply(person, { commune: 'anzin', open: false }))).toEqual([]);
  });
  it('shows them to their commune’s HR and to who sent each, and to nobody else', () => {
    expect(whoMay((person) => canReadApplications(person, { commune: 'anzin' }))).toEqual(['hr']);
    for (const state of APPLICATION_STATES)
      expect(whoMay((person) => canReadApplication(person, application(state)))).toEqual(['applicant', 'hr']);
    expect(whoMay((person) => canReadApplication(person, application('withdrawn', null)))).toEqual(['hr']);
    expect(whoMay((person) => canSeeTrail(person, application()))).toEqual(['hr']);
  });
  it.each<[ApplicationState, ApplicationState[]]>([
    ['received', ['interview', 'chosen', 'declined']],
    ['interview', ['interview', 'chosen', 'declined']],
    ['chosen', ['declined']],
    ['declined', ['interview', 'chosen']],
    ['withdrawn', []],
  ])('lets HR lead one that is %s to %j', (from, to) => {
    expect(APPLICATION_STATES.filter((state) => canMoveTo(people.hr, application(from), state))).toEqual(to);
    expect(APPLICATION_STATES.filter((state) => canMoveTo(people.hr, application(from, null), state))).toEqual([]);
    for (const who of ['agent', 'applicant', 'hrElsewhere', 'referent', 'administrator'] as const)
      expect(APPLICATION_STATES.filter((state) => canMoveTo(people[who], application(from), state))).toEqual([]);
  });
  it('lets its sender alone take it back, until it is declined', () => {
    for (const state of APPLICATION_STATES) {
      const expected = ['received', 'interview', 'chosen'].includes(state) ? ['applicant'] : [];
      expect(whoMay((person) => canWithdraw(person, application(state)))).toEqual(expected);
    }
  });
  it('lets nobody decide on herself', () => {
    const own = application('received', 'hr');
    expect(applicationAbilities(people.hr, own)).toEqual({
      'application.withdraw': true,
      'application.plan': false,
      'application.choose': false,
      'application.decline': false,
      'application.see-trail': false,
    });
  });
});
