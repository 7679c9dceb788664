import { describe, expect, test } from 'vitest';
import { coverageOf, seekable } from './word-weights.ts';

const uses = new Map([
  ['commun', 10_000],
  ['astreint', 40],
  ['neig', 12],
]);

describe('the words sought one without the other', () => {
  test('are the rarest, while few texts hold them', () => {
    expect(seekable(uses, 100)).toEqual(['neig', 'astreint']);
  });
  test('are one at least, however common', () => {
    expect(seekable(new Map([['commun', 10_000]]), 100)).toEqual(['commun']);
  });
  test('are none when none is known', () => {
    expect(seekable(new Map(), 100)).toEqual([]);
  });
});

describe('the share of what was asked', () => {
  test('is whole when every word is held, once or twice', () => {
    expect(coverageOf(['neig', 'commun', 'astreint', 'neig', 'autre'], uses)).toBeCloseTo(1);
  });
  test('owes more to a rare word', () => {
    expect(coverageOf(['neig'], uses)).toBeGreaterThan(2 * coverageOf(['commun'], uses));
  });
  test('is nothing without a word', () => {
    expect([coverageOf(['autre'], uses), coverageOf([], new Map())]).toEqual([0, 0]);
  });
});
