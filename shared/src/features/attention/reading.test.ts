import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClubFollow, countUnread, isShown, readUpTo, type ThreadMark, type ThreadProgress } from './reading.ts';

const day = (n: number): Date => new Date(Date.UTC(2026, 10, n));
const thread = (facts: Partial<ThreadProgress> = {}): ThreadProgress => ({
  createdAt: day(10),
  lastActivityAt: day(12),
  lastNumber: 5,
  deletedNumbers: [],
  ...facts,
});
const mark = (facts: Partial<ThreadMark> = {}): ThreadMark => ({
  read: null,
  own: [],
  level: null,
  mentioned: null,
  floor: null,
  ...facts,
});
const follow = (facts: Partial<ClubFollow> = {}): ClubFollow => ({ level: 'all', floor: day(1), ...facts });

describe('what a person has seen of a thread', () => {
  it.each([
    ['one never opened, newer than her arrival, is new', thread(), undefined, follow(), -1],
    ['one that last moved before her arrival is read', thread(), undefined, follow({ floor: day(20) }), 5],
    ['one older than her arrival that moved since must be counted', thread(), undefined, follow({ floor: day(11) }), null],
    ['her mark says it', thread(), mark({ read: 3 }), follow(), 3],
    ['her mark gives way to a floor above all of it', thread(), mark({ read: 3 }), follow({ floor: day(12) }), 5],
    ['outside of her clubs nothing is new', thread(), undefined, undefined, 5],
    ['a mention there is', thread(), mark({ mentioned: 4 }), undefined, 3],
    ['having taken part there unread must be counted', thread(), mark({ level: 'all', floor: day(11) }), undefined, null],
  ] as const)('%s', (_case, facts, ownMark, clubFollow, expected) => {
    expect(readUpTo(facts, ownMark, clubFollow)).toBe(expected);
  });
});

describe('what is shown to her', () => {
  it.each([
    ['all of her club', undefined, follow(), true],
    ['nothing of a muted club', undefined, follow({ level: 'muted' }), false],
    ['nothing of a club she does not follow', undefined, undefined, false],
    ['a thread followed in a muted club', mark({ level: 'all' }), follow({ level: 'muted' }), true],
    ['no thread muted in her club', mark({ level: 'muted' }), follow(), false],
    ['with « mentions seulement », nothing without a mention', mark(), follow({ level: 'mentions' }), false],
    ['with « mentions seulement », a mention not read yet', mark({ read: 1, mentioned: 2 }), follow({ level: 'mentions' }), true],
    ['with « mentions seulement », no mention read already', mark({ read: 2, mentioned: 2 }), follow({ level: 'mentions' }), false],
    ['a mention in a club she does not follow', mark({ mentioned: 0 }), undefined, true],
    ['no mention in a club in sourdine', mark({ mentioned: 3 }), follow({ level: 'muted' }), false],
    ['no mention in a thread in sourdine', mark({ mentioned: 3, level: 'muted' }), follow(), false],
  ] as const)('%s', (_case, ownMark, clubFollow, expected) => {
    expect(isShown(ownMark, clubFollow)).toBe(expected);
  });
});

describe('replies unread', () => {
  it('are those beyond the last one seen that are there and not hers, whatever was deleted and written', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 15 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -1, max: 35 }), numbers, numbers, (last, read, deleted, own) => {
        const all = Array.from({ length: last }, (_, index) => index + 1);
        const expected = all.filter((number) => number > read && !deleted.includes(number) && !own.includes(number));
        expect(countUnread(thread({ lastNumber: last, deletedNumbers: deleted }), read, own)).toBe(expected.length);
      }),
    );
  });
});
