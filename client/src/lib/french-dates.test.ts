import { describe, expect, it } from 'vitest';
import { calendarDay, duration, inForce, longDate, longDay, relative, relativeInSentence } from './french-dates.ts';

// Tests run in Europe/Paris; a Tuesday afternoon of winter.
const NOW = Date.parse('2026-11-24T13:30:00.000Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('long dates', () => {
  it.each([
    ['2026-11-24T13:30:00.000Z', 'mardi 24 novembre, 14 h 30'],
    ['2026-11-24T13:00:00.000Z', 'mardi 24 novembre, 14 h'],
    ['2026-02-01T08:05:00.000Z', 'dimanche 1er février, 9 h 05'],
    ['2025-08-15T10:00:00.000Z', 'vendredi 15 août 2025, 12 h'],
  ])('%s is « %s »', (iso, expected) => {
    expect(plain(longDate(iso, NOW))).toBe(expected);
  });

  it('keeps the day with its month and the hour with its minutes on one line', () => {
    expect(longDate('2026-11-24T13:30:00.000Z', NOW)).toBe('mardi 24\u00a0novembre, 14\u00a0h\u00a030');
  });

  it('can tell the day alone', () => {
    expect(plain(longDay(NOW, NOW))).toBe('mardi 24 novembre');
  });
});

describe('relative times', () => {
  it.each([
    ['2026-11-24T13:29:30.000Z', 'à l’instant'],
    // A server's clock a little ahead of the browser's.
    ['2026-11-24T13:30:20.000Z', 'à l’instant'],
    ['2026-11-24T13:18:00.000Z', 'il y a 12 min'],
    ['2026-11-24T12:30:00.000Z', 'il y a 1 h'],
    ['2026-11-23T23:30:00.000Z', 'il y a 14 h'],
    ['2026-11-23T16:05:00.000Z', 'hier, 17 h 05'],
    ['2026-11-22T22:59:00.000Z', '22 nov.'],
    ['2025-11-21T12:00:00.000Z', '21 nov. 2025'],
  ])('%s is « %s »', (iso, expected) => {
    expect(plain(relative(iso, NOW))).toBe(expected);
  });

  it('says « hier » across the night clocks change', () => {
    // 25 October 2026 has 25 hours in France.
    expect(plain(relative('2026-10-24T22:30:00.000Z', Date.parse('2026-10-26T08:00:00.000Z')))).toBe('hier, 0 h 30');
  });
});

describe('relative times after a verb', () => {
  it.each([
    ['2026-11-24T13:29:30.000Z', 'à l’instant'],
    // A server's clock a little ahead of the browser's.
    ['2026-11-24T13:30:20.000Z', 'à l’instant'],
    ['2026-11-23T23:30:00.000Z', 'il y a 14 h'],
    ['2026-11-24T13:18:00.000Z', 'il y a 12 min'],
    ['2026-11-23T16:05:00.000Z', 'hier à 17 h 05'],
    ['2026-11-23T13:29:00.000Z', 'hier à 14 h 29'],
    ['2026-11-17T12:00:00.000Z', 'le 17 novembre'],
    ['2025-03-01T12:00:00.000Z', 'le 1er mars 2025'],
  ])('%s is « %s »', (iso, expected) => {
    expect(plain(relativeInSentence(iso, NOW))).toBe(expected);
  });
});

describe('durations', () => {
  it.each([
    [12.4, '12 min'],
    [60, '1 h'],
    [190, '3 h 10'],
    [125, '2 h 05'],
    [60 * 24 * 3, '3 jours'],
  ])('%d minutes are « %s »', (minutes, expected) => {
    expect(plain(duration(minutes))).toBe(expected);
  });
});

describe('days of the calendar', () => {
  it('are written with their year, the same in every time zone', () => {
    expect(plain(calendarDay('2027-01-01'))).toBe('1er janvier 2027');
    expect(plain(calendarDay('2026-11-24'))).toBe('24 novembre 2026');
  });
  it('say whether a text is in force yet', () => {
    expect(plain(inForce('2027-01-01', NOW))).toBe('en vigueur le 1er janvier 2027');
    expect(plain(inForce('2026-11-24', NOW))).toBe('en vigueur depuis le 24 novembre 2026');
  });
});
