import type { ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { fold } from '../../platform/fold.ts';
import { marksIn } from './excerpt.ts';
import { occurrencesOf } from './french-terms.ts';
import type { FoundEntry } from './search-entry.model.ts';
import type { SearchQuery } from './search-query.ts';

/** What a hit is judged on; shares run from 0 to 1. */
export interface RankingFacts {
  kind: 'thread' | 'reply';
  /** Of the words asked, those the title holds. */
  titleShare: number;
  /** Of the words asked, those found as typed and not only in another form. */
  exactShare: number;
  status: ThreadStatus;
  /** The reply was accepted as the answer. */
  accepted: boolean;
  at: Date;
}

const STATUS_WORTH: Record<ThreadStatus, number> = { open: 0, answered: 0.3, resolved: 1 };
const HALF_LIFE_MS = 365 * 24 * 3600 * 1000;

/**
 * How well a hit answers, about 0 to 9: first what the thread is about, then whether it answers, then how fresh it is.
 * A reply inherits a quarter of its thread's title, lest one thread fill the page.
 */
export const scoreOf = ({ kind, titleShare, exactShare, status, accepted, at }: RankingFacts, now: number): number => {
  const title = titleShare ** 2 * (kind === 'thread' ? 4 : 1);
  const freshness = 1.5 * 0.5 ** (Math.max(0, now - at.getTime()) / HALF_LIFE_MS);
  return title + exactShare + STATUS_WORTH[status] + (accepted ? 1.5 : 0) + freshness;
};

/** The best first; of two equal ones, the fresher. */
export const ranked = <T>(hits: readonly T[], factsOf: (hit: T) => RankingFacts, now: number): T[] =>
  hits
    .map((hit) => ({ hit, facts: factsOf(hit) }))
    .map(({ hit, facts }) => ({ hit, at: facts.at.getTime(), score: scoreOf(facts, now) }))
    .sort((a, b) => b.score - a.score || b.at - a.at)
    .map(({ hit }) => hit);

/** Judges entries against what was asked. */
export const factsFor = ({ words }: SearchQuery): ((entry: FoundEntry) => RankingFacts) => {
  const terms = words.map((word) => word.terms);
  const exact = words.map(({ form }) => new RegExp(`(?<![a-z0-9])${form.replace(/[^a-z0-9]/g, '.')}(?![a-z0-9])`));
  return ({ kind, title, text, status, accepted, at }) => {
    const folded = fold(`${title}\n${text}`);
    const titleWords = new Set(marksIn(occurrencesOf(title), terms).map(({ word }) => word));
    const exactShare = exact.filter((pattern) => pattern.test(folded)).length / words.length;
    return { kind, titleShare: titleWords.size / words.length, exactShare, status, accepted, at };
  };
};
