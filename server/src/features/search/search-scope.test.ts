import { expect, test } from 'vitest';
import { parisMidnight } from './search-scope.ts';

test.each([
  ['2026-11-24', 0, '2026-11-23T23:00:00.000Z'],
  ['2026-07-14', 0, '2026-07-13T22:00:00.000Z'],
  ['2026-03-29', 0, '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-12-31', 1, '2026-12-31T23:00:00.000Z'],
])('a day begins at midnight in France: %s and %i day', (day, later, instant) => {
  expect(parisMidnight(day, later).toISOString()).toBe(instant);
});
