import { queryWords, termsOf } from './french-terms.ts';

/** The terms a text is found by, each once: what another feature keeps beside a text it searches by itself. */
export const foundBy = (text: string): string[] => termsOf(text);

/** The terms a query asks for, each once; all of them are to be among those a text is found by. */
export const askedTerms = (query: string): string[] => queryWords(query).map(({ term }) => term);
