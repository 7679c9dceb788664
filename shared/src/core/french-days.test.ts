import { expect, it } from 'vitest';
import { frenchDays } from './french-days.ts';

it.each<[Intl.DateTimeFormatOptions, string, string]>([
  [{ weekday: 'long', day: 'numeric', month: 'long' }, '2026-12-01', 'mardi 1er décembre'],
  [{ weekday: 'long', day: 'numeric', month: 'long' }, '2026-12-21', 'lundi 21 décembre'],
  [{ dateStyle: 'long' }, '2026-12-01', '1er décembre 2026'],
  [{ dateStyle: 'long' }, '2026-12-11', '11 décembre 2026'],
  [{ weekday: 'short', day: 'numeric', month: 'short' }, '2026-10-01', 'jeu. 1er oct.'],
])('%j writes %s as %s', (options, day, words) => {
  expect(frenchDays(options)(day)).toBe(words);
});
