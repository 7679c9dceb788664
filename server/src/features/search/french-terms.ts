import { fold } from '../../platform/fold.ts';
import { isStopword, stemOf } from './french-stems.ts';

/** A stretch of a text, in UTF-16 units, and the terms it is found by. */
export interface Occurrence {
  start: number;
  end: number;
  terms: readonly string[];
}

/** One word of a query: its folded form as typed, and its term, which every text found must hold. */
export interface QueryWord {
  form: string;
  term: string;
}

// « L. 2122-22 », « R.423-1 », « R*421-1 », « L2122-22 ». A bare « a 12 » is the verb: A wants its dot.
const REFERENCE = /(?<![\p{L}\p{M}\p{Nd}])(?:[LRDlrd]\s?[*]?[.]?\s?[*]?|[Aa][*.]\s?)\d{1,5}(?:[-‐‑]\d+)*(?![\p{L}\p{Nd}])/u.source;
// « 221 000 », « 2018-1351 », « 3,5 », « 01.02.2026 ».
const NUMBER = /\d{1,3}(?:[ \u00A0\u202F\u2009]\d{3})+(?![\p{L}\p{Nd}])|\d+(?:[.,\-‐‑]\d+)+(?![\p{L}\p{Nd}])/u.source;
const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:['’ʼ\-‐‑][\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*/u.source;
const UNIT = new RegExp(`(${REFERENCE})|(${NUMBER})|${WORD}`, 'gu');
const ELISION = /^(?:(?:[ldjmnstc]|(?:jus|lors|puis|quoi|quel)?qu)['’ʼ])+/i;
// « CDG59 » is two parts; « M57 » and « 1er » are one.
const PART = /(?:\p{L}\p{M}*){2,}(?=\d+(?:[^\p{L}\p{M}\p{Nd}]|$))|[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu;

/** Beyond this a « word » is a key or a mishap: kept and asked for by its beginning, so that no term grows without bound. */
const FORM_LENGTH = 64;
const clipped = (text: string): string => fold(text).slice(0, FORM_LENGTH);

interface Part {
  start: number;
  end: number;
  form: string;
}

/** What a word, a number or a reference amounts to; places count from its own start. */
interface Analysis {
  occurrences: readonly Occurrence[];
  /** Its forms worth finding, with their terms. */
  words: readonly QueryWord[];
  /** What it asks for in a query; nothing when it is a stopword. */
  asked: readonly QueryWord[];
  /** Every folded form in it, stopwords included, the whole last. */
  forms: readonly string[];
}

/** `l2122-22` out of « L. 2122-22 », `221000` out of « 221 000 », `3.5` out of « 3,5 ». */
const canonicalNumber = (text: string): string =>
  clipped(text)
    .replace(/[\s*]/g, '')
    .replace(/^([a-z])[.]/, '$1')
    .replace(/[‐‑]/g, '-')
    .replaceAll(',', '.');

const wordOf = (form: string): QueryWord => ({ form, term: stemOf(form) });

const analyseNumber = (text: string): Analysis => {
  const whole = canonicalNumber(text);
  const numbers = whole.match(/\d+/g) ?? [];
  const isReference = /^[a-z]/.test(whole);
  // The thousands of « 221 000 » mean nothing apart; the numbers of a reference or of a date do.
  const terms = [...new Set([...numbers, ...(isReference ? [whole.slice(1), `${whole[0]}${numbers[0]}`] : []), whole])];
  const words = terms.map((term) => ({ form: term, term }));
  return { occurrences: [{ start: 0, end: text.length, terms }], words, asked: words.slice(-1), forms: terms };
};

/** « l’ » and « d’ » belong to no word; a compound is found by its parts and by the whole. */
const analyseWord = (text: string): Analysis => {
  const elided = ELISION.exec(text)?.[0].length ?? 0;
  const rest = text.slice(elided);
  const whole = clipped(rest.replace(/['’ʼ\-‐‑]/g, ''));
  const all: Part[] = [...rest.matchAll(PART)].map(({ 0: part, index }) => {
    const start = elided + index;
    return { start, end: start + part.length, form: clipped(part) };
  });
  const forms = [...new Set([...all.map(({ form }) => form), whole])];
  const parts = isStopword(whole) ? [] : all.filter(({ form }) => !isStopword(form));
  if (parts.length === 0) return { occurrences: [], words: [], asked: [], forms };
  const occurrences = parts.map(({ start, end, form }) => ({ start, end, terms: [stemOf(form)] }));
  const words = parts.map(({ form }) => wordOf(form));
  if (all.length === 1) return { occurrences, words, asked: words, forms };
  occurrences.push({ start: elided, end: text.length, terms: [stemOf(whole)] });
  // « e-mail », « co-financement », « prud’hommes »: split, they would ask for a scrap of a word.
  const scraps = /['’ʼ]/.test(rest) || parts.some(({ form }) => form.length < 3 && !/\d/.test(form));
  return { occurrences, words: [...words, wordOf(whole)], asked: scraps ? [wordOf(whole)] : words, forms };
};

// A stem costs ten microseconds, and the texts of a forum use some tens of thousands of words over and over.
const ANALYSES_KEPT = 50_000;
const analyses = new Map<string, Analysis>();

const analyse = (text: string, isNumber: boolean): Analysis => {
  const known = analyses.get(text);
  if (known) return known;
  if (analyses.size >= ANALYSES_KEPT) analyses.clear();
  const analysis = isNumber ? analyseNumber(text) : analyseWord(text);
  if (text.length <= FORM_LENGTH) analyses.set(text, analysis);
  return analysis;
};

interface Unit {
  start: number;
  end: number;
  analysis: Analysis;
}

const unitsOf = function* (text: string): Generator<Unit> {
  for (const match of text.matchAll(UNIT)) {
    const isNumber = match[1] !== undefined || match[2] !== undefined;
    yield { start: match.index, end: match.index + match[0].length, analysis: analyse(match[0], isNumber) };
  }
};

/** Every word of a text with where it stands: a compound gives its parts and the whole, a reference its numbers too. */
export const occurrencesOf = (text: string): Occurrence[] => {
  const found: Occurrence[] = [];
  for (const { start, analysis } of unitsOf(text))
    for (const each of analysis.occurrences) found.push({ start: start + each.start, end: start + each.end, terms: each.terms });
  return found;
};

/**
 * How many of the words asked for a text holds; of the many texts that are ranked and never shown, nothing more is made.
 * @param wordOf for each term, the word it stands for
 */
export const wordsHeldBy = (text: string, wordOf: ReadonlyMap<string, number>): number => {
  const held = new Set<number>();
  for (const { analysis } of unitsOf(text))
    for (const { terms } of analysis.occurrences)
      for (const term of terms) {
        const word = wordOf.get(term);
        if (word !== undefined) held.add(word);
      }
  return held.size;
};

/** Every word by its folded forms, stopwords included: for a query made of nothing else. */
export const formOccurrencesOf = (text: string): Occurrence[] =>
  [...unitsOf(text)].map(({ start, end, analysis }) => ({ start, end, terms: analysis.forms }));

/** The terms a text is found by, each once. */
export const termsOf = (text: string): string[] => [...new Set(occurrencesOf(text).flatMap(({ terms }) => terms))];

/** What a title is found by: its terms and each two of them together, so that asking for several reads no title that lacks one. */
export const titleTermsOf = (title: string): string[] => {
  const terms = termsOf(title).sort();
  return [...terms, ...terms.flatMap((one, index) => terms.slice(index + 1).map((other) => pairOf(one, other)))];
};

/** Two terms as one, in either order. */
export const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** The folded forms of a text worth finding, each once, with their terms. */
export const vocabularyOf = (text: string): Map<string, string> =>
  new Map([...unitsOf(text)].flatMap(({ analysis }) => analysis.words.map(({ form, term }) => [form, term] as const)));

/** The words a text asks for when it is a query, each term once; stopwords ask for nothing. */
export const queryWords = (query: string): QueryWord[] => {
  const words = [...unitsOf(query)].flatMap(({ analysis }) => analysis.asked);
  return words.filter(({ term }, index) => words.findIndex((other) => other.term === term) === index);
};

/** The folded forms of a query of stopwords, each once. */
export const bareForms = (query: string): string[] => [...new Set([...unitsOf(query)].flatMap(({ analysis }) => analysis.forms.slice(-1)))];

/** The folded form a query being typed ends with, a stopword too since more letters may follow; null after a space or a mark. */
export const wordBeingTyped = (query: string): string | null => {
  const last = [...unitsOf(query)].at(-1);
  if (!last || last.end < query.length) return null;
  return last.analysis.asked.at(-1)?.form ?? last.analysis.forms.at(-1) ?? null;
};
