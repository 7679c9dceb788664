import { describe, expect, test } from 'vitest';
import { type RankingFacts, ranked } from './ranking.ts';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 24 * 3600 * 1000;
interface Hit extends RankingFacts {
  name: string;
}
const hit = (name: string, facts: Partial<RankingFacts> = {}, ageDays = 100): Hit => ({
  name,
  kind: 'thread',
  titleShare: 0,
  exactShare: 0,
  status: 'answered',
  accepted: false,
  at: new Date(NOW - ageDays * DAY),
  ...facts,
});
const order = (...hits: Hit[]) => ranked(hits, (each) => each, NOW).map(({ name }) => name);

describe('first comes', () => {
  test('a thread about it, even an old one, before a fresh mention', () => {
    expect(order(hit('mention', {}, 0), hit('about it', { titleShare: 1 }, 1_500))).toEqual(['about it', 'mention']);
  });
  test('the thread before its own replies', () => {
    expect(order(hit('reply', { kind: 'reply', titleShare: 1 }), hit('thread', { titleShare: 1 }))).toEqual(['thread', 'reply']);
  });
  test('the accepted answer before the other replies', () => {
    const facts = { kind: 'reply', status: 'resolved' } as const;
    expect(order(hit('reply', facts, 1), hit('answer', { ...facts, accepted: true }, 90))).toEqual(['answer', 'reply']);
  });
  test('a resolved thread before an open one', () => {
    expect(order(hit('open', { status: 'open' }), hit('resolved', { status: 'resolved' }))).toEqual(['resolved', 'open']);
  });
  test('the word as typed before another of its family', () => {
    expect(order(hit('family'), hit('as typed', { exactShare: 1 }))).toEqual(['as typed', 'family']);
  });
  test('the fresher of two equal ones', () => {
    expect(order(hit('old', {}, 900), hit('new', {}, 2))).toEqual(['new', 'old']);
  });
});
