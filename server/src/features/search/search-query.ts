import { isStopword, stemOf } from './french-stems.ts';
import { bareForms, queryWords, wordBeingTyped } from './french-terms.ts';

/** One word asked for: as typed, and the terms any of which stands for it. */
export interface Asked {
  form: string;
  terms: readonly string[];
}

/** What a query asks for. */
export interface SearchQuery {
  words: Asked[];
  /** Folded letters a last word begins with, still to be completed; null when every word is whole. */
  prefix: string | null;
  /** The words are stopwords, which no text is found by: they can only be looked for in the texts themselves. */
  bare: boolean;
}

const whole = (words: readonly { form: string; term: string }[]): Asked[] => words.map(({ form, term }) => ({ form, terms: [term] }));

const bareQuery = (q: string): SearchQuery => ({ words: bareForms(q).map((form) => ({ form, terms: [form] })), prefix: null, bare: true });

/** Reads a query; while typing, its last word counts as the beginning of one. */
export const parseQuery = (q: string, typing: boolean): SearchQuery => {
  const words = queryWords(q);
  const typed = typing ? wordBeingTyped(q) : null;
  const others = words.filter(({ form }) => form !== typed);
  // « le » beside other words is an article; alone, it may begin « lecture ».
  const completes = typed !== null && typed.length > 1 && (others.length === 0 || !isStopword(typed));
  if (completes) return { words: whole(others), prefix: typed, bare: false };
  return words.length > 0 ? { words: whole(words), prefix: null, bare: false } : bareQuery(q);
};

/**
 * The query once its last word is completed by `known` terms.
 * @param q as typed, for a stopword that begins no known word
 */
export const completed = (q: string, { words, prefix }: SearchQuery, known: readonly string[]): SearchQuery => {
  if (prefix === null) return { words, prefix, bare: false };
  if (known.length === 0 && words.length === 0 && isStopword(prefix)) return bareQuery(q);
  const terms = [...new Set([...(isStopword(prefix) ? [] : [stemOf(prefix)]), ...known])];
  return { words: [...words, { form: prefix, terms }], prefix: null, bare: false };
};
