import { expect, test } from 'vitest';
import { toldWithin, waveBounds } from './wave-words.ts';

test('what waves come to is said in people, and what may be chosen in words', () => {
  expect(toldWithin({ people: 10, minutes: 5, riskHours: 4 })).toBe('70\u00a0personnes');
  expect(toldWithin({ people: 1, minutes: 120, riskHours: 4 })).toBe('1\u00a0personne');
  expect(['people', 'minutes'].map((field, index) => waveBounds(field as 'people', index))).toEqual([
    'De 1 à 50\u00a0personnes (10 d’ordinaire)',
    'de 1 à 120\u00a0minutes (5 d’ordinaire)',
  ]);
});
