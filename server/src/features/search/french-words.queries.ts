import { completionsOf } from './candidates.ts';
import { queryWords, termsOf, vocabularyOf } from './french-terms.ts';
import { completed, parseQuery } from './search-query.ts';

/** The terms a text is found by, each once: what another feature keeps beside a text it searches by itself. */
export const foundBy = (text: string): string[] => termsOf(text);

/** The terms a query asks for, each once; all of them are to be among those a text is found by. */
export const askedTerms = (query: string): string[] => queryWords(query).map(({ term }) => term);

const COMPLETIONS = 12;

/**
 * For each word a query asks for, the terms any of which stands for it; while typing, the last word is the beginning of one the forum or
 * the asking feature knows.
 * @param own the words the feature itself has most of
 */
export const askedWords = async (q: string, typing: boolean, own: () => string): Promise<(readonly string[])[]> => {
  const query = parseQuery(q, typing);
  const { prefix } = query;
  if (prefix === null) return query.bare ? [] : query.words.map(({ terms }) => terms);
  const ours = [...vocabularyOf(own())].filter(([form]) => form.startsWith(prefix)).slice(0, COMPLETIONS);
  const known = [...ours.map(([, term]) => term), ...(await completionsOf(prefix))];
  const { words, bare } = completed(q, query, known);
  return bare ? [] : words.map(({ terms }) => terms);
};

/** What a text must all be found by, for each word by any of its terms. */
export const holdingWords = (words: readonly (readonly string[])[]): { found: string | { $in: string[] } }[] =>
  words.map((terms) => ({ found: terms.length === 1 ? (terms[0] as string) : { $in: [...terms] } }));
