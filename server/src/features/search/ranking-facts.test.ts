import { describe, expect, test } from 'vitest';
import { asTyped, factsFor } from './ranking-facts.ts';
import type { FoundEntry } from './search-entry.model.ts';
import { parseQuery } from './search-query.ts';

describe('a form as typed', () => {
  test.each([
    ['deliberation', 'La Délibération du 5'],
    ['oeuvre', 'mise en œuvre'],
    ['eau', 'l’eau potable'],
    ['l2122-22', 'l2122-22'],
  ])('%s is found in « %s »', (form, text) => {
    expect(asTyped(form).test(text)).toBe(true);
  });
  test.each([
    ['deliberation', 'deux délibérations'],
    ['art', 'la partie'],
    ['eau', 'le château'],
  ])('%s is not found in « %s »', (form, text) => {
    expect(asTyped(form).test(text)).toBe(false);
  });
});

test('an entry is judged on its title, its text and its state', () => {
  const at = new Date();
  const entry = { kind: 'thread', title: 'Astreintes d’hiver', text: 'La neige et les routes.', status: 'resolved', accepted: false, at };
  expect(factsFor(parseQuery('astreinte neige', false))(entry as FoundEntry)).toEqual({
    kind: 'thread',
    titleShare: 0.5,
    exactShare: 0.5,
    status: 'resolved',
    accepted: false,
    at,
  });
});
