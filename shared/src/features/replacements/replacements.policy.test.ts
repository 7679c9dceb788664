import { describe, expect, it, test } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import {
  type BookingFacts,
  bookingAbilities,
  canChangeWaves,
  canPublish,
  canReadBoard,
  canReadReplacement,
  canSeeContact,
  canSeePeople,
  canSeePerson,
  confirmingSide,
  type ReplacementFacts,
  replacementAbilities,
} from './replacements.policy.ts';

const actor = (more: Partial<Actor> = {}): Actor => ({ personId: 'moi', administrator: false, communes: {}, clubs: {}, ...more });
const ACTORS = {
  hr: actor({ communes: { hergnies: ['agent', 'hr'] } }),
  'hr elsewhere': actor({ communes: { onnaing: ['hr'] } }),
  'referent here': actor({ communes: { hergnies: ['agent', 'referent'] } }),
  agent: actor({ communes: { onnaing: ['agent'] } }),
  administrator: actor({ administrator: true }),
  substitute: actor({ substitute: true }),
  guest: actor({ clubs: { club: 'guest' } }),
};
type Who = keyof typeof ACTORS;
const ALL = Object.keys(ACTORS) as Who[];
const NEED: ReplacementFacts = { commune: 'hergnies', cancelled: false, over: false, concerned: false, inPool: false, offered: false };
const who = (rule: (one: Actor) => boolean): Who[] => ALL.filter((name) => rule(ACTORS[name]));

describe('the board', () => {
  it('is the agents’, and a substitute’s as far as she is asked', () => {
    expect(who(canReadBoard)).toEqual(['hr', 'hr elsewhere', 'referent here', 'agent', 'administrator', 'substitute']);
    expect(who((one) => canReadReplacement(one, NEED))).toEqual(['hr', 'hr elsewhere', 'referent here', 'agent', 'administrator']);
    expect(canReadReplacement(ACTORS.substitute, { ...NEED, concerned: true })).toBe(true);
    expect(canReadReplacement(ACTORS.guest, { ...NEED, concerned: true })).toBe(false);
  });

  it('names people to the commune’s HR and to the administrator', () => {
    expect(who((one) => canSeePeople(one, NEED))).toEqual(['hr', 'administrator']);
    expect(who((one) => canSeeContact(one, NEED))).toEqual(['hr', 'administrator']);
    expect(who((one) => canSeeContact(one, { ...NEED, concerned: true }))).toEqual(ALL);
  });

  it('names a person to herself and to the HR who lends her', () => {
    expect(who((one) => canSeePerson(one, NEED, { personId: 'x', lender: 'onnaing' }))).toEqual(['hr', 'hr elsewhere', 'administrator']);
    expect(who((one) => canSeePerson(one, NEED, { personId: 'x', lender: null }))).toEqual(['hr', 'administrator']);
    expect(canSeePerson(ACTORS.substitute, NEED, { personId: 'moi', lender: null })).toBe(true);
  });
});

describe('acting', () => {
  it('is for the HR of that commune alone; the administrator acts for none', () => {
    expect(who((one) => canPublish(one, 'hergnies'))).toEqual(['hr']);
    for (const ability of ['replacement.edit', 'replacement.cancel', 'replacement.book'] as const)
      expect(who((one) => replacementAbilities(one, NEED)[ability])).toEqual(['hr']);
    expect(who(canChangeWaves)).toEqual(['administrator']);
  });

  test.each([
    ['cancelled', { cancelled: true }],
    ['over', { over: true }],
  ])('nobody acts on a need that is %s', (_name, state) => {
    const facts = { ...NEED, inPool: true, offered: true, concerned: true, ...state };
    for (const one of Object.values(ACTORS)) {
      const { 'replacement.see-people': _seen, ...acts } = replacementAbilities(one, facts);
      expect(Object.values(acts)).not.toContain(true);
    }
  });

  it('offering is for the pool of that métier, who may read it; withdrawing, for who offered', () => {
    const offers = (facts: Partial<ReplacementFacts>) =>
      who((one) => replacementAbilities(one, { ...NEED, ...facts })['replacement.offer']);
    expect(offers({})).toEqual([]);
    expect(offers({ inPool: true })).toEqual(['hr', 'hr elsewhere', 'referent here', 'agent', 'administrator']);
    expect(offers({ inPool: true, concerned: true })).toContain('substitute');
    expect(replacementAbilities(ACTORS.agent, { ...NEED, offered: true })['replacement.withdraw']).toBe(true);
    expect(replacementAbilities(ACTORS.agent, NEED)['replacement.withdraw']).toBe(false);
  });
});

describe('a booking', () => {
  const BOOKING: BookingFacts = { host: 'hergnies', lender: 'onnaing', substituteId: 'x', started: false, over: false, agreed: false };
  const may = (ability: keyof ReturnType<typeof bookingAbilities>, facts: Partial<BookingFacts> = {}) =>
    who((one) => bookingAbilities(one, { ...BOOKING, ...facts })[ability]);

  it('is called off by either commune or the person, until it is over', () => {
    expect(may('booking.cancel')).toEqual(['hr', 'hr elsewhere']);
    expect(may('booking.cancel', { lender: null })).toEqual(['hr']);
    expect(may('booking.cancel', { over: true })).toEqual([]);
    expect(bookingAbilities(ACTORS.substitute, { ...BOOKING, substituteId: 'moi' })['booking.cancel']).toBe(true);
  });

  it('has its agreement drawn up by either commune, where one lends to the other', () => {
    expect(may('booking.agreement')).toEqual(['hr', 'hr elsewhere']);
    expect(may('booking.agreement', { lender: null })).toEqual([]);
    expect(may('booking.agreement', { lender: 'hergnies' })).toEqual([]);
  });

  it('has its hours confirmed by both sides, from when it has begun until they agree', () => {
    expect(may('booking.confirm')).toEqual([]);
    expect(may('booking.confirm', { started: true })).toEqual(['hr']);
    expect(may('booking.confirm', { started: true, agreed: true })).toEqual([]);
    expect(confirmingSide(ACTORS.hr, { ...BOOKING, substituteId: 'moi' })).toBe('substitute');
    expect(confirmingSide(ACTORS['hr elsewhere'], BOOKING)).toBeNull();
  });
});
