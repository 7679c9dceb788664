import { expect, test } from 'vitest';
import { nextWaveInWords, toldWithin, waveBounds, waveInWords } from './wave-words.ts';

test('what waves come to is said in people, and what may be chosen in words', () => {
  expect(toldWithin({ people: 10, minutes: 5, riskHours: 4 })).toBe('70\u00a0personnes');
  expect(toldWithin({ people: 1, minutes: 120, riskHours: 4 })).toBe('1\u00a0personne');
  expect(['people', 'minutes'].map((field, index) => waveBounds(field as 'people', index))).toEqual([
    'De 1 à 50\u00a0personnes (10 d’ordinaire)',
    'de 1 à 120\u00a0minutes (5 d’ordinaire)',
  ]);
});

test.each([
  // Five minutes from now, read on a clock that is half a minute late.
  [329, 'les suivantes dans 5 min'],
  [61, 'les suivantes dans 1 min'],
  [20, 'la suite part à l’instant'],
  [-5, 'la suite part à l’instant'],
])('%s seconds before the next wave, one reads « %s »', (seconds, words) => {
  const now = Date.parse('2026-11-24T06:50:00Z');
  expect(nextWaveInWords(new Date(now + seconds * 1_000).toISOString(), now).replaceAll('\u00a0', ' ')).toBe(words);
});

test('a wave is said with how many it told, and its round from the second on', () => {
  expect(waveInWords({ number: 1, round: 0, people: 1 })).toBe('1\u00a0personne (vague\u00a01)');
  expect(waveInWords({ number: 4, round: 1, people: 3 })).toBe('3\u00a0personnes (vague\u00a04, tour\u00a02)');
});
