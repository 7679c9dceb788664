import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareForms, occurrencesOf, pairOf, queryWords, termsOf, titleTermsOf, vocabularyOf, wordBeingTyped } from './french-terms.ts';

const found = (text: string, query: string) => {
  const terms = new Set(termsOf(text));
  const words = queryWords(query);
  return words.length > 0 && words.every(({ term }) => terms.has(term));
};

describe('a query finds a text', () => {
  test.each([
    ['without its accents', 'Les congés de paternité des agents', 'conges paternite'],
    ['with accents the text lacks', 'REGLEMENT DU MARCHE', 'règlement marché'],
    ['in another form', 'Deux délibérations furent adoptées', 'délibération adopter'],
    ['behind an elision', "L’éclairage de l'école, jusqu’à minuit", 'éclairage école'],
    ['with an elision in the query', 'éclairage public', 'l’éclairage'],
    ['with a ligature', 'La mise en œuvre du vœu', 'oeuvre voeu'],
    ['a compound by its parts', 'Le compte-rendu du conseil', 'compte rendu'],
    ['parts by the compound', 'Le compte rendu du conseil', 'compte-rendu'],
    ['a compound written in one word', 'Un co-financement régional, par e-mail', 'cofinancement email'],
    ['one word by the compound', 'Un cofinancement, un email', 'co-financement e-mail'],
    ['an article whole', 'au titre de l’article L. 2122-22 du CGCT', 'L2122-22'],
    ['an article with no-break spaces', 'article L.\u00A02122-22', 'l. 2122-22'],
    ['an article without its letter', 'article R*421-1', '421-1'],
    ['an article by its first number', 'article L. 2122-22', 'L2122'],
    ['a decree', 'le décret n° 2018-1351 modifié', '2018-1351'],
    ['a decree with a no-break hyphen', 'le décret n° 2018‑1351', '2018-1351'],
    ['an amount however grouped', 'un seuil de 221\u202F000 €', '221000'],
    ['an amount grouped by the person', 'un seuil de 221000 €', '221 000'],
    ['a decimal', 'une hausse de 3,5 %', '3,5'],
    ['a year within a date', 'au 01/02/2026', '2026'],
    ['an acronym with figures', 'le CDG59 et la M57', 'cdg 59 m57'],
    ['a grade of one letter', 'un agent de catégorie C', 'catégorie c'],
    ['a sentence', 'Recrutement d’une vacataire au périscolaire', 'Comment recruter des vacataires ?'],
    ['prud’hommes', "le conseil de prud'hommes", 'prudhommes'],
  ])('%s', (_name, text, query) => {
    expect(found(text, query)).toBe(true);
  });

  test.each([
    ['another number', 'article L. 2122-22', 'L. 2122-21'],
    ['a thousand group', 'un seuil de 221 000 €', '221'],
    ['an inside of a word', 'la partie', 'art'],
    ['one of two words', 'le congé maternité', 'congé paternité'],
  ])('but not by %s', (_name, text, query) => {
    expect(found(text, query)).toBe(false);
  });

  test('however its words are cased and accented', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeéèêiïoôuùûçlmnprst'), minLength: 3, maxLength: 12 });
    const accentless = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.join(' ');
        expect(termsOf(accentless(text).toUpperCase())).toEqual(termsOf(text));
        expect(queryWords(accentless(text)).map(({ term }) => term)).toEqual(queryWords(text).map(({ term }) => term));
        for (const { term } of queryWords(text)) expect(termsOf(text)).toContain(term);
      }),
    );
  });
});

test('every occurrence stands where it says, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { start, end, terms } of occurrencesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(terms).not.toContain('');
      }
    }),
  );
});

test('an occurrence leaves its article out, and a compound is marked part by part', () => {
  const text = 'Œuvre : l’état-civil, art. L.\u00A02122-22';
  expect(occurrencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Œuvre',
    'état',
    'civil',
    'état-civil',
    'art',
    'L.\u00A02122-22',
  ]);
});

test('a query of stopwords asks for nothing but its bare forms', () => {
  expect(queryWords('Est-ce que l’on peut… aujourd’hui ?')).toEqual([]);
  expect(bareForms('Dans la, aujourd’hui')).toEqual(['dans', 'la', 'aujourdhui']);
});

test('a query of marks asks for nothing at all', () => {
  expect([queryWords('?! … « »'), bareForms('?! … « »')]).toEqual([[], []]);
});

test.each([['a'.repeat(20_000)], ['1'.repeat(20_000)], ['b-'.repeat(10_000)], ['1.'.repeat(10_000)], ['é'.repeat(20_000)]])(
  'an endless word is found by itself and makes no endless term',
  (text) => {
    expect(Math.max(...termsOf(text).map((term) => term.length))).toBeLessThanOrEqual(64);
    expect(found(text, text)).toBe(true);
  },
);

test('a title is found by its terms, alone and two by two in either order', () => {
  expect(titleTermsOf('Prime de neige, astreinte').sort()).toEqual([
    'astreint',
    'astreint neig',
    'astreint prim',
    'neig',
    'neig prim',
    'prim',
  ]);
  expect(pairOf('prim', 'astreint')).toBe(pairOf('astreint', 'prim'));
});

test('the vocabulary pairs each form with its term', () => {
  expect([...vocabularyOf('Les délibérations du 59')]).toEqual([
    ['deliberations', 'deliber'],
    ['59', '59'],
  ]);
});

describe('the word being typed', () => {
  test.each([
    ['délibé', 'delibe'],
    ['marché pub', 'pub'],
    ['état-ci', 'etatci'],
    ['compte-ren', 'ren'],
    ['l’écl', 'ecl'],
    ['L. 2122-2', 'l2122-2'],
    ['de', 'de'],
    ['marché ', null],
    ['marché ?', null],
    ['', null],
  ])('at the end of « %s » is %s', (query, typed) => {
    expect(wordBeingTyped(query)).toBe(typed);
  });
});
