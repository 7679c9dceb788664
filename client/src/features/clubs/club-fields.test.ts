import { expect, it } from 'vitest';
import { cardOf, EMPTY_CLUB, markFor } from './club-fields.ts';

it.each([
  ['Cimetières', 'CI'],
  ['Marchés publics', 'MP'],
  ['État civil', 'EC'],
  ['Habitat et logement indigne', 'HL'],
  ['', ''],
])('suggests for « %s » the letters %s', (name, mark) => {
  expect(markFor(name)).toBe(mark);
});

it('reads lists line by line, blank ones aside', () => {
  expect(cardOf({ ...EMPTY_CLUB, purposes: ' Comparer \n\n Partager' }).purposes).toEqual(['Comparer', 'Partager']);
});
