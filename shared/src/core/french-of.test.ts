import { expect, it } from 'vitest';
import { ofPerson, ofPlace } from './french-of.ts';

it.each([
  ['Onnaing', 'd’Onnaing'],
  ['Émerchicourt', 'd’Émerchicourt'],
  ['Valenciennes', 'de Valenciennes'],
  ['Le Quesnoy', 'du Quesnoy'],
  ['Les Rues-des-Vignes', 'des Rues-des-Vignes'],
  ['La Sentinelle', 'de La Sentinelle'],
  ['Hergnies', 'd’Hergnies'],
  ['Honfleur', 'de Honfleur'],
])('%s: %s', (name, words) => {
  expect(ofPlace(name)).toBe(words);
});

it.each([
  ['Acheteuse', 'd’Acheteuse'],
  ['Comptable', 'de Comptable'],
  ['Le Goff', 'de Le Goff'],
])('%s: %s', (name, words) => {
  expect(ofPerson(name)).toBe(words);
});
