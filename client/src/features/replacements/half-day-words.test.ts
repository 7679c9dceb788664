import { expect, test } from 'vitest';
import { columnTitle, fromWhen, halfDaysInWords, halfDayTitle, hoursOf, nearDay, weekTitle } from './half-day-words.ts';

const NOW = new Date('2026-11-24T06:50:00+01:00').getTime();
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const whole = (date: string) => [
  { date, half: 'pm' as const },
  { date, half: 'am' as const },
];

test('the head of a column and the title of a week', () => {
  expect(spaced(columnTitle('2026-11-23'))).toBe('Lun. 23');
  expect(spaced(columnTitle('2026-12-01'))).toBe('Mar. 1er');
  expect(spaced(weekTitle('2026-11-23', NOW))).toBe('semaine du 23 novembre');
  expect(spaced(weekTitle('2027-01-04', NOW))).toBe('semaine du 4 janvier 2027');
});

test('half-days of one week are named by their days alone', () => {
  const slots = [...whole('2026-11-27'), { date: '2026-11-26', half: 'am' as const }, ...whole('2026-11-24')];
  expect(spaced(halfDaysInWords(slots))).toBe('mardi, jeudi matin, vendredi');
});

test('half-days of several weeks are numbered, each month said once', () => {
  const slots = [...whole('2026-11-26'), { date: '2026-11-30', half: 'pm' as const }, ...whole('2026-12-01')];
  expect(spaced(halfDaysInWords(slots))).toBe('jeudi 26, lundi 30 novembre après-midi, mardi 1er décembre');
});

test('half-days of months are told by the first and the last', () => {
  const dates = Array.from({ length: 11 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`);
  expect(spaced(halfDaysInWords(dates.flatMap(whole)))).toBe('du mardi 1er décembre au vendredi 11 décembre, 22 demi-journées');
  expect(spaced(halfDaysInWords(dates.slice(1).flatMap(whole)))).toContain('jeudi 10');
});

test.each([
  ['2026-11-24', 'dès aujourd’hui 8 h 30'],
  ['2026-11-25', 'dès demain 8 h 30'],
  ['2026-11-26', 'dès jeudi 26, 8 h 30'],
  ['2026-12-07', 'dès lundi 7 décembre, 8 h 30'],
])('a need that starts on %s is said %s', (date, words) => {
  expect(spaced(fromWhen({ date, start: '08:30' }, NOW))).toBe(words);
});

test('hours, a half-day and a section’s day', () => {
  expect(spaced(hoursOf({ start: '08:30', end: '12:00' }))).toBe('8 h 30 – 12 h');
  expect(spaced(halfDayTitle({ date: '2026-11-24', half: 'pm' }))).toBe('mardi 24 après-midi');
  expect(spaced(nearDay('2026-11-25', NOW))).toBe('demain, mercredi 25 novembre');
});
