import { expect, it } from 'vitest';
import { ofPlace } from './french-of.ts';

it.each([
  ['Onnaing', 'd’Onnaing'],
  ['Émerchicourt', 'd’Émerchicourt'],
  ['Valenciennes', 'de Valenciennes'],
  ['Le Quesnoy', 'du Quesnoy'],
  ['Les Rues-des-Vignes', 'des Rues-des-Vignes'],
  ['La Sentinelle', 'de La Sentinelle'],
])('%s: %s', (name, words) => {
  expect(ofPlace(name)).toBe(words);
});
