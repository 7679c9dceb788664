import { expect, test } from 'vitest';
import { toldWithin, waveBounds, waveInWords } from './wave-words.ts';

test('what waves come to is said in people, and what may be chosen in words', () => {
  expect(toldWithin({ people: 10, minutes: 5, riskHours: 4 })).toBe('70\u00a0personnes');
  expect(toldWithin({ people: 1, minutes: 120, riskHours: 4 })).toBe('1\u00a0personne');
  expect(['people', 'minutes'].map((field, index) => waveBounds(field as 'people', index))).toEqual([
    'De 1 à 50\u00a0personnes (10 d’ordinaire)',
    'de 1 à 120\u00a0minutes (5 d’ordinaire)',
  ]);
});

test('a wave is said with how many it told, and its round from the second on', () => {
  expect(waveInWords({ number: 1, round: 0, people: 1 })).toBe('1\u00a0personne (vague\u00a01)');
  expect(waveInWords({ number: 4, round: 1, people: 3 })).toBe('3\u00a0personnes (vague\u00a04, tour\u00a02)');
});
