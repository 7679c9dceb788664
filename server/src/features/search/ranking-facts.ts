import { wordsHeldBy } from './french-terms.ts';
import type { RankingFacts } from './ranking.ts';
import type { FoundEntry } from './search-entry.model.ts';
import type { SearchQuery } from './search-query.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: '[aàâäáã]',
  c: '[cç]',
  e: '[eéèêë]',
  i: '[iîïí]',
  n: '[nñ]',
  o: '[oôöóõ]',
  u: '[uùûüú]',
  y: '[yÿ]',
};

/** Finds a folded form in a text as written: folding every candidate would cost more than all the rest. */
export const asTyped = (form: string): RegExp => {
  const letters = form.replace(/oe|ae|[^a-z0-9]|[a-z]/g, (letter) => {
    if (letter === 'oe') return '(?:oe|œ)';
    if (letter === 'ae') return '(?:ae|æ)';
    return ACCENTED[letter] ?? (/[a-z]/.test(letter) ? letter : '.');
  });
  return new RegExp(`(?<![\\p{L}\\p{Nd}])${letters}(?![\\p{L}\\p{Nd}])`, 'iu');
};

/** How to judge entries against what was asked. */
export const factsFor = ({ words }: SearchQuery): ((entry: FoundEntry) => RankingFacts) => {
  const wordOf = new Map(words.flatMap(({ terms }, word) => terms.map((term) => [term, word] as const)));
  const patterns = words.map(({ form }) => asTyped(form));
  return ({ kind, title, text, status, accepted, at }) => {
    const exact = patterns.filter((pattern) => pattern.test(title) || pattern.test(text));
    return { kind, titleShare: wordsHeldBy(title, wordOf) / words.length, exactShare: exact.length / words.length, status, accepted, at };
  };
};
