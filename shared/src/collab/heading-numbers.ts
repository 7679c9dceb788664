import type { HeadingLevel } from './document-schema.ts';

export interface HeadingFacts {
  level: HeadingLevel;
  numbered: boolean;
}

/** a, b … z, aa, ab: the letters of a third level. */
const letters = (rank: number): string =>
  (rank > 26 ? letters(Math.floor((rank - 1) / 26)) : '') + String.fromCharCode(97 + ((rank - 1) % 26));

/**
 * The numbers of headings by their place, as French contracts write them: « Article 3 », « 3.2 », « a) ».
 * A heading that is not numbered (preamble, annex) bears none and does not interrupt the count; under one of its own level or
 * above, a level counts from one again.
 * @returns one label a heading, in order; empty where it bears none
 */
export const headingNumbers = (headings: readonly HeadingFacts[]): string[] => {
  const count = { 1: 0, 2: 0, 3: 0 };
  return headings.map(({ level, numbered }) => {
    for (const below of [2, 3] as const) if (below > level) count[below] = 0;
    if (!numbered) return '';
    count[level] += 1;
    if (level === 1) return `Article ${count[1]}`;
    if (level === 2) return count[1] ? `${count[1]}.${count[2]}` : `${count[2]}`;
    return `${letters(count[3])})`;
  });
};
