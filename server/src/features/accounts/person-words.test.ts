import { expect, test } from 'vitest';
import { sortKeyOf } from './person-words.ts';

test('names are in the order one reads them, accents and numbers included', () => {
  const names = ['Candidate 10', 'Élue', 'candidate 2', 'Éducateur', 'Candidate 2 bis', 'Directrice'];
  const sorted = names.toSorted((a, b) => (sortKeyOf({ name: a }) < sortKeyOf({ name: b }) ? -1 : 1));
  expect(sorted).toEqual(['candidate 2', 'Candidate 2 bis', 'Candidate 10', 'Directrice', 'Éducateur', 'Élue']);
});
