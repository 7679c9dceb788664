import { describe, expect, test } from 'vitest';
import { shownDays } from './board.tsx';
import { byRisk, nextOrder } from './board-order.ts';
import { anItem, aSlot } from './needs.fixtures.ts';

const START = { key: '', pages: 0, ids: [], fresh: [] };

test('what is at risk comes first, then what misses somebody, was offered, is filled; within each, what begins first', () => {
  const needs = [
    anItem('filled', { state: 'filled', slots: [aSlot('2026-11-23.am', 'filled')] }),
    anItem('offered', { state: 'offered', slots: [aSlot('2026-11-24.am', 'offered')] }),
    anItem('later', { slots: [aSlot('2026-11-26.am')] }),
    anItem('sooner', { slots: [aSlot('2026-11-23.am', 'filled'), aSlot('2026-11-25.am')] }),
    anItem('risk', { atRisk: true, slots: [aSlot('2026-11-27.am')] }),
  ];
  expect(needs.sort(byRisk).map(({ id }) => id)).toEqual(['risk', 'sooner', 'later', 'offered', 'filled']);
});

describe('the order of a board', () => {
  const first = anItem('a');
  const second = anItem('b', { slots: [aSlot('2026-11-25.am')] });
  const shown = nextOrder(START, 'week', 1, [second, first]);

  test('begins with the gravest', () => expect(shown).toMatchObject({ ids: ['a', 'b'], fresh: [] }));

  test('keeps still when a need is filled', () => {
    const after = nextOrder(shown, 'week', 1, [anItem('a', { state: 'filled', slots: [aSlot('2026-11-24.am', 'filled')] }), second]);
    expect(after).toBe(shown);
  });

  test('puts what comes meanwhile at the end, however grave, and tells it apart', () => {
    const after = nextOrder(shown, 'week', 1, [anItem('c', { atRisk: true }), first, second]);
    expect(after).toMatchObject({ ids: ['a', 'b', 'c'], fresh: ['c'] });
  });

  test('does not tell apart what another page brought', () => {
    expect(nextOrder(shown, 'week', 2, [first, second, anItem('c')])).toMatchObject({ ids: ['a', 'b', 'c'], fresh: [] });
  });

  test('forgets what is gone, and begins anew for another week', () => {
    expect(nextOrder(shown, 'week', 1, [second])).toMatchObject({ ids: ['b'] });
    expect(nextOrder(shown, 'other', 1, [second, first])).toMatchObject({ key: 'other', ids: ['a', 'b'] });
  });
});

test('a weekend shows when something is asked for on it', () => {
  const week = (key: string) => shownDays('2026-11-23', [anItem('a', { slots: [aSlot(key)] })]).length;
  expect([week('2026-11-24.am'), week('2026-11-28.am'), week('2026-11-29.pm')]).toEqual([5, 6, 7]);
});
