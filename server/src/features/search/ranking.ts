import type { ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';

/** What a hit is judged on; shares run from 0 to 1. */
export interface RankingFacts {
  kind: 'thread' | 'reply' | 'fiche' | 'template';
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
  const title = titleShare ** 2 * (kind === 'reply' ? 1 : 4);
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
