import { fold, wordsOf } from '../../platform/fold.ts';
import { foldedWords, type RegisteredEpci } from './national-register.ts';

export interface FoundEpci {
  epci: RegisteredEpci;
  /** The commune it was found by; null when by its own name or number. */
  foundBy: string | null;
}

/** Words nearly every name holds: one types them or leaves them out. */
const LIGHT = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'en']);

const weighty = (q: string): string[] => {
  const words = wordsOf(q);
  const heavy = words.filter((word) => !LIGHT.has(word));
  return heavy.length > 0 ? heavy : words;
};

const beginsWords = (folded: string, words: string[]): boolean => words.every((word) => folded.includes(` ${word}`));
const wholeWords = (folded: string, words: string[]): number => words.filter((word) => folded.includes(` ${word} `)).length;

interface Ranked extends FoundEpci {
  /** Higher comes first: by name before by commune, whole words before beginnings, then the larger. */
  rank: [byName: number, whole: number, population: number];
}

const byCommune = (epci: RegisteredEpci, words: string[], whole: string): Ranked[] => {
  const communes = epci.communes.filter(({ folded }) => beginsWords(folded, words));
  const best = communes.sort((a, b) => Number(b.folded === whole) - Number(a.folded === whole) || b.population - a.population)[0];
  if (!best) return [];
  const likeness = best.folded === whole ? words.length + 1 : wholeWords(best.folded, words);
  return [{ epci, foundBy: best.name, rank: [0, likeness, best.population] }];
};

const matches = (epci: RegisteredEpci, words: string[], whole: string): Ranked[] =>
  beginsWords(epci.folded, words)
    ? [{ epci, foundBy: null, rank: [1, wholeWords(epci.folded, words), epci.population] }]
    : byCommune(epci, words, whole);

const compare = ({ rank: a }: Ranked, { rank: b }: Ranked): number => b[0] - a[0] || b[1] - a[1] || b[2] - a[2];

/**
 * The EPCI whose name, or one of whose communes' names, holds a word beginning like each word typed, whatever accents and
 * capitals; or those whose SIREN number begins like the digits typed. The best first.
 */
export const searchEpci = (register: readonly RegisteredEpci[], q: string): FoundEpci[] => {
  const digits = q.replace(/\s/g, '');
  if (/^\d{3,}$/.test(digits)) return register.filter(({ siren }) => siren.startsWith(digits)).map((epci) => ({ epci, foundBy: null }));
  const words = weighty(q);
  if (words.length === 0) return [];
  return register
    .flatMap((epci) => matches(epci, words, foldedWords(q)))
    .sort(compare)
    .map(({ epci, foundBy }) => ({ epci, foundBy }));
};

/** What somebody means who names an EPCI once and for all: its number, its very name, or the only name that fits. */
export const namedEpci = (register: readonly RegisteredEpci[], wanted: string): { epci: RegisteredEpci | null; found: FoundEpci[] } => {
  const found = searchEpci(register, wanted);
  const named = found.filter(({ foundBy }) => foundBy === null);
  const exact = named.filter(({ epci }) => [epci.siren, fold(epci.name), fold(epci.officialName)].includes(fold(wanted.trim())));
  const only = exact.length > 0 ? exact : named;
  return { epci: only.length === 1 ? (only[0]?.epci ?? null) : null, found };
};
