import { expect, test } from 'vitest';
import { aNeed, aSlot } from './needs.fixtures.ts';
import { atKnownPlace, calendarWeeks, chosenSlots, copyOf, emptyNeed, guessedUrgency, quickChoices } from './new-need.ts';
import { faultsOf } from './use-new-need.ts';

const TUESDAY = new Date('2026-11-24T06:50:00+01:00').getTime();
const SATURDAY = new Date('2026-11-28T09:00:00+01:00').getTime();
const need = (slots: string[]) => ({ ...emptyNeed('hergnies', 'Service RH'), slots });

test('half-days are asked for in order, with the hours of their half, and not once they have begun', () => {
  const late = new Date('2026-11-24T09:00:00+01:00').getTime();
  const slots = ['2026-11-25.am', '2026-11-24.pm', '2026-11-24.am'];
  expect(chosenSlots(need(slots), TUESDAY).map(({ date, half, start }) => `${date} ${half} ${start}`)).toEqual([
    '2026-11-24 am 08:30',
    '2026-11-24 pm 13:30',
    '2026-11-25 am 08:30',
  ]);
  expect(chosenSlots(need(slots), late)).toHaveLength(2);
});

test('work that begins within two days is urgent', () => {
  expect(guessedUrgency(need(['2026-11-25.am']), TUESDAY)).toBe('high');
  expect(guessedUrgency(need(['2026-11-30.am']), TUESDAY)).toBe('normal');
});

test('the days most often asked for are one touch away, Monday on a weekend', () => {
  expect(quickChoices(TUESDAY).map(({ label }) => label)).toEqual(['Aujourd’hui', 'Demain', 'Jusqu’à vendredi']);
  expect(quickChoices(SATURDAY)).toEqual([{ label: 'Lundi', dates: ['2026-11-30'] }]);
});

test('an earlier need is written again but for its days', () => {
  const earlier = aNeed('n', {
    place: 'Crèche',
    metier: 'auxiliaire-puericulture',
    slots: [aSlot('2026-11-20.am', 'filled', { start: '07:30' })],
  });
  expect(copyOf(earlier, 'Service RH')).toMatchObject({
    metier: 'auxiliaire-puericulture',
    place: 'Crèche',
    contact: 'Service RH',
    slots: [],
    hours: { am: { start: '07:30' }, pm: { start: '13:30' } },
  });
});

test('a half-day has hours of its own where they differ; written again, a need keeps those of its days of the week', () => {
  const twoDays = { ...need(['2026-11-25.pm', '2026-11-26.pm']), own: { '2026-11-25.pm': { start: '11:30', end: '18:30' } } };
  expect(chosenSlots(twoDays, TUESDAY).map(({ start, end }) => `${start} ${end}`)).toEqual(['11:30 18:30', '13:30 17:00']);
  expect(Object.keys(faultsOf({ ...twoDays, own: { '2026-11-25.pm': { start: '18:30', end: '11:30' } } }))).toContain('hours');
  // Mondays to Fridays after school, Wednesdays all day.
  const earlier = aNeed('n', {
    slots: ['2026-11-16', '2026-11-17', '2026-11-18'].map((date, index) =>
      aSlot(`${date}.pm`, 'filled', index === 2 ? { start: '12:00', end: '18:30' } : { start: '16:00', end: '18:30' }),
    ),
  });
  const again = { ...copyOf(earlier, 'Service RH'), slots: ['2026-11-24.pm', '2026-11-25.pm', '2026-11-26.pm'] };
  expect(chosenSlots(again, TUESDAY).map(({ start }) => start)).toEqual(['16:00', '12:00', '16:00']);
});

test('what keeps a need from being published is said at its field', () => {
  expect(Object.keys(faultsOf(need([])))).toEqual(['metier', 'place', 'slots']);
  const hours = { am: { start: '12:00', end: '08:00' }, pm: { start: '13:30', end: '17:00' } };
  expect(Object.keys(faultsOf({ ...need(['2099-11-24.am']), metier: 'atsem', place: 'École', hours }))).toEqual(['hours']);
  const fine = { ...need(['2099-11-24.am']), metier: 'atsem', place: 'École' };
  expect(faultsOf({ ...fine, placeEmail: 'ecole.ferry' })).toEqual({ placeEmail: 'Cette adresse électronique n’est pas valide.' });
  for (const placeEmail of ['', ' Ecole.Ferry@hergnies.example ']) expect(faultsOf({ ...fine, placeEmail })).toEqual({});
});

test('a place known already brings whom to ask for and its own address; an address typed by hand stays', () => {
  const ferry = { place: 'École Ferry', contact: 'La directrice', placeEmail: 'ferry@hergnies.example' };
  const curie = { place: 'École Curie', contact: '', placeEmail: '' };
  const known = [ferry, curie];
  const atFerry = { ...need([]), ...atKnownPlace(ferry, need([]), known) };
  expect(atFerry).toMatchObject(ferry);
  expect({ ...atFerry, ...atKnownPlace(curie, atFerry, known) }).toMatchObject({ ...curie, contact: 'La directrice' });
  const typed = { ...need([]), placeEmail: 'accueil@hergnies.example' };
  expect(atKnownPlace(ferry, typed, known)).toEqual({ place: 'École Ferry', contact: 'La directrice' });
});

test('on a weekend the calendar begins with the week that comes, unless weekends are asked for', () => {
  expect(calendarWeeks(2, false, TUESDAY).map(([first]) => first)).toEqual(['2026-11-23', '2026-11-30']);
  expect(calendarWeeks(1, false, SATURDAY)[0]?.[0]).toBe('2026-11-30');
  expect(calendarWeeks(1, true, SATURDAY)[0]).toHaveLength(7);
  expect(calendarWeeks(1, true, SATURDAY)[0]?.[0]).toBe('2026-11-23');
});
