import { expect, test } from 'vitest';
import { askedHeadline, headline } from './headline.ts';

test.each([
  [2, 1, 'Deux questions attendent, une réponse pour vous'],
  [1, 3, 'Une question attend, trois réponses pour vous'],
  [9, 0, 'Neuf questions attendent une réponse'],
  [0, 1, 'Une réponse pour vous'],
  [0, 0, 'Rien ne vous attend'],
  [43, 0, '43 questions attendent une réponse'],
])('%i waiting, %i answers', (waiting, answers, words) => {
  expect(headline({ waiting, answers })).toBe(words);
});

test.each([
  [2, 0, 1, 'Deux besoins urgents, une réponse pour vous'],
  [1, 9, 0, 'Un besoin urgent, neuf questions attendent'],
  [3, 0, 0, 'Trois besoins urgents'],
])('%i urgent needs come first, with %i waiting and %i answers', (urgent, waiting, answers, words) => {
  expect(headline({ urgent, waiting, answers })).toBe(words);
});

test.each([
  ['recruits', 0, 'Vos recrutements vous attendent'],
  ['applies', 0, 'Des nouvelles de vos candidatures'],
  ['recruits', 2, 'Deux questions attendent une réponse'],
] as const)('%s, with %i questions that come first', (recruiting, waiting, words) => {
  expect(headline({ recruiting, waiting, answers: 0 })).toBe(words);
});

test.each([
  [1, 'Un remplacement vous est demandé'],
  [2, 'Deux remplacements vous sont demandés'],
])('a substitute asked for %i', (count, words) => {
  expect(askedHeadline(count)).toBe(words);
});
