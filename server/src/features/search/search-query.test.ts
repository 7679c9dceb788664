import { describe, expect, test } from 'vitest';
import { completed, parseQuery } from './search-query.ts';

const terms = (q: string, typing = false) => parseQuery(q, typing).words.map((word) => word.terms.join('|'));

describe('a query', () => {
  test('asks for the terms of its words, each once', () => {
    expect(terms('Les délibérations, la délibération et le budget')).toEqual(['deliber', 'budget']);
  });
  test('of stopwords asks for their bare forms', () => {
    expect(parseQuery('pour la', false)).toEqual({
      words: [
        { form: 'pour', terms: ['pour'] },
        { form: 'la', terms: ['la'] },
      ],
      prefix: null,
      bare: true,
    });
  });
  test('of marks asks for nothing', () => {
    expect(parseQuery('« … »', false).words).toEqual([]);
  });
});

describe('a query being typed', () => {
  test('keeps its last word for completion', () => {
    expect(parseQuery('budget délib', true)).toMatchObject({ words: [{ form: 'budget' }], prefix: 'delib', bare: false });
  });
  test('is whole once a space follows', () => {
    expect(parseQuery('budget délib ', true)).toMatchObject({ prefix: null });
    expect(terms('budget délib ', true)).toHaveLength(2);
  });
  test('ignores an article that follows words', () => {
    expect(parseQuery('budget de', true)).toMatchObject({ words: [{ form: 'budget' }], prefix: null, bare: false });
  });
  test('takes a lone article for a beginning', () => {
    expect(parseQuery('de', true)).toMatchObject({ words: [], prefix: 'de' });
  });
  test('takes one letter for a word', () => {
    expect(parseQuery('c', true)).toMatchObject({ words: [{ form: 'c', terms: ['c'] }], prefix: null });
  });
});

describe('completing', () => {
  test('accepts the known words and the word as it stands', () => {
    const query = parseQuery('budget délib', true);
    expect(completed('budget délib', query, ['deliber', 'delib']).words.map((word) => word.terms)).toEqual([
      ['budget'],
      ['delib', 'deliber'],
    ]);
  });
  test('falls back to the bare article when no word begins with it', () => {
    expect(completed('le', parseQuery('le', true), [])).toMatchObject({ words: [{ form: 'le' }], bare: true });
  });
  test('asks for the known words alone after an article', () => {
    expect(completed('le', parseQuery('le', true), ['lectur']).words).toEqual([{ form: 'le', terms: ['lectur'] }]);
  });
});
