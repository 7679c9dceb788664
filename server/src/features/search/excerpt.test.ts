import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, marksIn, rangesOf } from './excerpt.ts';
import { occurrencesOf, queryWords, termsOf } from './french-terms.ts';

const asked = (query: string) => queryWords(query).map(({ term }) => [term]);
const excerptFor = (text: string, query: string) => excerptOf(text, marksIn(occurrencesOf(text), asked(query)));
const highlighted = (text: string, query: string) => {
  const excerpt = excerptFor(text, query);
  return excerpt.highlights.map(([start, end]) => excerpt.text.slice(start, end));
};
const FILLER = 'Le conseil municipal se réunit dans la salle habituelle et chacun prend la parole à son tour. '.repeat(6).trim();

describe('an excerpt', () => {
  test('of a short text is the text', () => {
    expect(excerptFor('Les congés de paternité.', 'conge')).toEqual({ text: 'Les congés de paternité.', highlights: [[4, 10]], at: 4 });
  });

  test('shows a word with what surrounds it, cut between words', () => {
    const { text } = excerptFor(`${FILLER} Une astreinte neige est organisée. ${FILLER}`, 'astreinte');
    expect(text).toMatch(/^… \S.* Une astreinte neige est organisée\. .*\S …$/);
    expect(text.length).toBeLessThan(180);
  });

  test('holds words far apart in several fragments', () => {
    const text = `Astreinte. ${FILLER} Le déneigement. ${FILLER} La prime.`;
    const excerpt = excerptFor(text, 'prime astreintes deneigement');
    expect(highlighted(text, 'prime astreintes deneigement')).toEqual(['Astreinte', 'déneigement', 'prime']);
    expect(excerpt.text.split(' … ')).toHaveLength(3);
    expect(excerpt.text.length).toBeLessThan(220);
  });

  test('prefers the place where the words stand together', () => {
    const { text } = excerptFor(`Une prime. ${FILLER} La prime d’astreinte est versée. ${FILLER} Une astreinte.`, 'prime astreinte');
    expect(text).toContain('La prime d’astreinte est versée.');
    expect(text).not.toContain('Une prime.');
  });

  test('highlights every form that stands in it, the article of an elision left out', () => {
    expect(highlighted('L’agent recruté : recruter des agents.', 'agent recrutement')).toEqual(['agent', 'recruté', 'recruter', 'agents']);
  });

  test('joins the highlights of a compound', () => {
    expect(highlighted('Le compte-rendu.', 'compte-rendu compterendu')).toEqual(['compte-rendu']);
  });

  test('without a word is the beginning of the text', () => {
    const { text, highlights } = excerptOf(FILLER, []);
    expect(text).toMatch(/^Le conseil municipal .* …$/);
    expect(highlights).toEqual([]);
  });

  test('of nothing is nothing', () => {
    expect(excerptOf('', [])).toEqual({ text: '', highlights: [], at: null });
  });

  test('cuts an endless word rather than show all of it', () => {
    const { text } = excerptFor(`${'a'.repeat(5_000)} prime ${'b'.repeat(5_000)}`, 'prime');
    expect(text).toContain('prime');
    expect(text.length).toBeLessThan(500);
  });

  test('holds every word found, however many and wherever they stand', () => {
    const words = fc.array(fc.constantFrom('commune', 'voirie', 'élu', 'budget', 'le', 'de', 'très', 'l’eau', 'compte-rendu', 'cantine'), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(words, (said) => {
        const text = said.join(' ');
        const query = asked('communes voiries élus compte-rendu');
        const here = new Set(termsOf(text));
        const { text: excerpt, highlights } = excerptOf(text, marksIn(occurrencesOf(text), query));
        const shown = new Set(highlights.flatMap(([start, end]) => termsOf(excerpt.slice(start, end))));
        for (const [term = ''] of query) expect(shown.has(term)).toBe(here.has(term));
      }),
    );
  });
});

test('ranges come in order and never overlap', () => {
  expect(
    rangesOf([
      { start: 10, end: 14, word: 0 },
      { start: 0, end: 3, word: 1 },
      { start: 2, end: 6, word: 0 },
    ]),
  ).toEqual([
    [0, 6],
    [10, 14],
  ]);
});
