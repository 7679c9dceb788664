import { expect, test } from 'vitest';
import { share, shortMonth, wait, wholeHours } from './overview-words.ts';

test('figures are said shortly, and nothing is no zero', () => {
  expect(shortMonth('2026-11')).toBe('nov.');
  expect(share(1, 8)).toBe('13\u202f%');
  expect(share(0, 0)).toBe('–');
  expect(wait(null)).toBe('–');
  expect(wait(190)).toBe('3\u00a0h\u00a010');
  expect(wholeHours(210)).toBe('4');
});
