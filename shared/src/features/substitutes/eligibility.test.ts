import { describe, expect, it } from 'vitest';
import type { TimedHalfDay } from '../../core/half-days.ts';
import { eligibility, type SubstituteFacts, type WantedWork } from './eligibility.ts';
import type { RefusalCode } from './refusals.ts';
import { aNeed, aSubstitute } from './substitutes.fixtures.ts';

const slot = (date: string, half: 'am' | 'pm', start: string, end: string): TimedHalfDay => ({ date, half, start, end });
const weekdays = (end: string) => ['2026-11-30', '2026-12-02', '2026-12-03', '2026-12-04'].map((date) => slot(date, 'am', '08:00', end));
const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

interface Case {
  facts?: Partial<SubstituteFacts>;
  need?: Partial<WantedWork>;
  booked?: TimedHalfDay[];
  distanceKm?: number | null;
}
const judge = ({ facts, need, booked = [], distanceKm = 5 }: Case) => eligibility(aNeed(need), aSubstitute(facts), booked, distanceKm);

describe('who may be asked', () => {
  it.each<[string, Case]>([
    ['free, agreed, with the diploma', {}],
    [
      'on a day she said yes to, against her week',
      { facts: { pattern: [], exceptions: [{ date: '2026-12-01', half: 'am', available: true }] } },
    ],
    ['in an odd week, asked for odd weeks', { facts: { pattern: [{ weekday: 2, half: 'am', weeks: 'odd' }] } }],
    ['with any diploma of the métier', { facts: { diplomas: ['bep-sanitaire-social'] } }],
    [
      'without a diploma where none is asked',
      { facts: { metiers: ['agent-entretien'], diplomas: [] }, need: { metier: 'agent-entretien' } },
    ],
    [
      'in a crèche, with a diploma of the group',
      { facts: { metiers: ['agent-creche'], diplomas: ['deeje'] }, need: { metier: 'agent-creche' } },
    ],
    ['in a named commune beyond her distance', { facts: { communes: ['hergnies'], maxDistanceKm: 2 } }],
    ['where the distance is not known', { facts: { maxDistanceKm: 2 }, distanceKm: null }],
    ['on the last day of the agreement', { facts: { agreedUntil: '2026-12-01' } }],
    ['eleven hours after the day before', { booked: [slot('2026-11-30', 'pm', '13:30', '21:00')] }],
  ])('%s', (_case, given) => expect(judge(given)).toEqual([{ date: '2026-12-01', half: 'am', eligible: true, reasons: [] }]));
});

describe('who may not, and why', () => {
  it.each<[RefusalCode, string, Case]>([
    ['agreement', 'Accord de l’employeur à donner', { facts: { agreedUntil: null } }],
    ['agreement', 'Accord de l’employeur expiré', { facts: { agreedUntil: '2026-11-30' } }],
    ['agreement', 'À accepter dans le vivier', { facts: { agreedUntil: null, employer: null } }],
    ['metier', 'Autre métier', { facts: { metiers: ['cuisinier'] } }],
    ['diploma', 'Diplôme demandé : CAP AEPE', { facts: { diplomas: [] } }],
    ['diploma', 'Diplôme demandé : BAFA', { need: { diploma: 'bafa' } }],
    ['diploma', 'Diplôme demandé : DEAP', { facts: { metiers: ['auxiliaire-puericulture'] }, need: { metier: 'auxiliaire-puericulture' } }],
    ['commune', 'Commune non choisie', { facts: { communes: ['anzin'] } }],
    ['distance', 'À 12 km', { facts: { maxDistanceKm: 10 }, distanceKm: 12.3 }],
    ['booked', 'En mission mardi matin', { booked: [slot('2026-12-01', 'am', '09:00', '11:00')] }],
    ['booked', 'En mission mardi après-midi', { booked: [slot('2026-12-01', 'pm', '11:30', '16:00')] }],
    ['unavailable', 'Non disponible', { facts: { pattern: [{ weekday: 2, half: 'am', weeks: 'even' }] } }],
    ['unavailable', 'Non disponible', { facts: { exceptions: [{ date: '2026-12-01', half: 'am', available: false }] } }],
    ['rest', 'Finit lundi à 21 h 30', { booked: [slot('2026-11-30', 'pm', '14:00', '21:30')] }],
    [
      'rest',
      'Commence mercredi à 6 h',
      { need: { slots: [slot('2026-12-01', 'pm', '14:00', '20:00')] }, booked: [slot('2026-12-02', 'am', '06:00', '12:00')] },
    ],
    ['daily-hours', '10 h 30 dans la journée', { booked: [slot('2026-12-01', 'pm', '12:30', '19:00')] }],
    ['weekly-hours', '52 h dans la semaine', { booked: weekdays('20:00') }],
    ['own-limit', 'Limite : 10 h par semaine', { facts: { weeklyMinutes: 600 }, booked: weekdays('10:00') }],
    ['own-limit', 'Limite : 100 h par an', { facts: { yearlyMinutes: 6_000, minutesByYear: { 2026: 5_900 } } }],
  ])('%s: « %s »', (code, pill, given) => {
    const [only] = judge(given);
    expect(only?.eligible).toBe(false);
    expect(only?.reasons.map((reason) => [reason.code, spaces(reason.pill)])).toEqual([[code, pill]]);
    expect(only?.reasons[0]?.sentence).toMatch(/\.$/);
  });

  it('weekly-rest: seven days running', () => {
    const everyDay = ['2026-11-30', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'];
    const booked = everyDay.map((date) => slot(date, 'am', '08:00', '12:00'));
    expect(judge({ booked })[0]?.reasons.map(({ code }) => code)).toEqual(['weekly-rest']);
  });

  it('says all that stands in the way, the most decisive first', () => {
    const [only] = judge({ facts: { agreedUntil: null, diplomas: [], pattern: [] }, booked: [slot('2026-11-30', 'pm', '14:00', '22:00')] });
    expect(only?.reasons.map(({ code }) => code)).toEqual(['agreement', 'diploma', 'unavailable', 'rest']);
  });

  it('answers in the order of the days, each counted for the next', () => {
    const slots = [slot('2026-12-02', 'am', '06:00', '12:00'), slot('2026-12-01', 'pm', '14:00', '20:00')];
    const found = judge({ need: { slots } });
    expect(found.map(({ date, eligible }) => [date, eligible])).toEqual([
      ['2026-12-01', true],
      ['2026-12-02', false],
    ]);
  });
});

describe('the nights the clock is changed', () => {
  const onSunday = (date: string, start: string, eve: string, end: string) =>
    judge({
      facts: { exceptions: [{ date, half: 'am', available: true }] },
      need: { slots: [slot(date, 'am', start, '12:00')] },
      booked: [slot(eve, 'pm', '14:00', end)],
    })[0]?.reasons.map(({ code }) => code);

  it('leaves ten hours of rest where a clock shows eleven, in March', () =>
    expect(onSunday('2026-03-29', '08:00', '2026-03-28', '21:00')).toEqual(['rest']));
  it('leaves eleven where a clock shows ten, in October', () => expect(onSunday('2026-10-25', '08:00', '2026-10-24', '22:00')).toEqual([]));
  it('counts what a clock shows a week later', () => {
    expect(onSunday('2026-04-05', '08:00', '2026-04-04', '21:00')).toEqual([]);
    expect(onSunday('2026-11-01', '08:00', '2026-10-31', '22:00')).toEqual(['rest']);
  });
});
