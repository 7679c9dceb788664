import type { Occurrence } from './french-terms.ts';

/** Where the `word`-th word of a query stands in a text, in UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
  word: number;
}

export type Range = [start: number, end: number];

export interface Excerpt {
  text: string;
  highlights: Range[];
  /** Where its first word found stands in the whole text; null without one. */
  at: number | null;
}

const LENGTH = 160;
/** Words closer than this are shown in one fragment. */
const SPAN = 100;
const LEAST_CONTEXT = 12;
/** A longer run without a space (an address) may be cut. */
const RUN_MAX = 40;

/**
 * Finds the words of a query in a text.
 * @param words for each word, the terms that stand for it
 */
export const marksIn = (occurrences: readonly Occurrence[], words: readonly (readonly string[])[]): Mark[] => {
  const wordOf = new Map(words.flatMap((terms, word) => terms.map((term) => [term, word] as const)));
  const marks: Mark[] = [];
  for (const { start, end, terms } of occurrences)
    for (const term of terms) {
      const word = wordOf.get(term);
      if (word !== undefined) marks.push({ start, end, word });
    }
  return marks;
};

/** The stretches to highlight, in order, those that overlap joined. */
export const rangesOf = (marks: readonly Mark[]): Range[] => {
  const ranges: Range[] = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
};

interface Stretch {
  range: Range;
  words: Set<number>;
}

/** From `marks[first]` on, what a stretch of `SPAN` holds of the words still missing. */
const stretchFrom = (marks: readonly Mark[], first: number, missing: ReadonlySet<number>): Stretch => {
  const { start, end: firstEnd } = marks[first] as Mark;
  const stretch: Stretch = { range: [start, firstEnd], words: new Set() };
  for (let at = first; at < marks.length; at++) {
    const { end, word } = marks[at] as Mark;
    if (end > Math.max(firstEnd, start + SPAN)) break;
    if (!missing.has(word) || stretch.words.has(word)) continue;
    stretch.words.add(word);
    stretch.range[1] = Math.max(stretch.range[1], end);
  }
  return stretch;
};

/** The fewest short stretches that hold every word found: each time, the one that holds most of those still missing. */
const stretchesOf = (marks: readonly Mark[]): Range[] => {
  const missing = new Set(marks.map(({ word }) => word));
  const stretches: Range[] = [];
  while (missing.size > 0) {
    let best: Stretch | undefined;
    for (const [index, { word }] of marks.entries()) {
      if (!missing.has(word)) continue;
      const stretch = stretchFrom(marks, index, missing);
      if (!best || stretch.words.size > best.words.size) best = stretch;
      if (best.words.size === missing.size) break;
    }
    if (!best) break;
    stretches.push(best.range);
    for (const word of best.words) missing.delete(word);
  }
  return stretches;
};

const startOfRun = (text: string, at: number): number => {
  const start = text.lastIndexOf(' ', at - 1) + 1;
  return at - start > RUN_MAX ? at : start;
};

const endOfRun = (text: string, at: number): number => {
  const space = text.indexOf(' ', at);
  const end = space === -1 ? text.length : space;
  return end - at > RUN_MAX ? at : end;
};

/** Gives a stretch its context, cut between words. */
const widen = (text: string, [from, to]: Range, context: number): Range => {
  const earliest = Math.max(0, from - context);
  const latestStart = startOfRun(text, from);
  const space = text.indexOf(' ', Math.max(0, earliest - 1));
  const start = earliest === 0 ? 0 : space !== -1 && space < latestStart ? space + 1 : latestStart;
  const farthest = Math.max(to, start + (to - from) + 2 * context);
  const earliestEnd = endOfRun(text, to);
  const end = farthest >= text.length ? text.length : Math.max(text.lastIndexOf(' ', farthest), earliestEnd);
  return [start, end];
};

const joined = (ranges: Range[]): Range[] => {
  const result: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
};

/**
 * A short extract of a one-line text that holds every word marked in it, in several fragments joined by « … » if need be;
 * without marks, its beginning. It grows past its usual length rather than leave a word out.
 */
export const excerptOf = (text: string, marks: readonly Mark[]): Excerpt => {
  const ordered = [...marks].sort((a, b) => a.start - b.start);
  const stretches = ordered.length > 0 ? stretchesOf(ordered) : [[0, 0] as Range];
  const held = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const context = Math.max(LEAST_CONTEXT, (LENGTH - held) / (2 * stretches.length));
  const fragments = joined(stretches.map((stretch) => widen(text, stretch, Math.floor(context))));
  const ranges = rangesOf(ordered);
  const highlights: Range[] = [];
  let at: number | null = null;
  let out = '';
  for (const [start, end] of fragments) {
    if (start > 0) out += out ? ' … ' : '… ';
    const shift = out.length - start;
    for (const [from, to] of ranges) {
      if (from < start || to > end) continue;
      at ??= from;
      highlights.push([from + shift, to + shift]);
    }
    out += text.slice(start, end);
  }
  if ((fragments.at(-1)?.[1] ?? 0) < text.length) out += ' …';
  return { text: out, highlights, at };
};
