import { expect, test } from 'vitest';
import { bookable, orderCandidates, reasonsAgainst } from './candidate-order.ts';
import { aCandidate, keysOf } from './needs.fixtures.ts';

const OPEN = ['2026-11-24.am', '2026-11-24.pm'];
const names = (candidates: ReturnType<typeof orderCandidates>) => candidates.map(({ person }) => person.name);

test('those who said yes come first, then those who may come, then the others, each in the server’s order', () => {
  const candidates = [
    aCandidate('refused', []),
    aCandidate('silent', OPEN),
    aCandidate('first', OPEN, OPEN),
    aCandidate('second', OPEN, OPEN),
  ];
  expect(names(orderCandidates(candidates, []))).toEqual(['first', 'second', 'silent', 'refused']);
});

test('who says yes later stands after those already shown, so that no button moves', () => {
  const candidates = [aCandidate('new', OPEN, OPEN), aCandidate('shown', OPEN, OPEN)];
  expect(names(orderCandidates(candidates, ['shown']))).toEqual(['shown', 'new']);
});

test('of an offer, what is still to fill can be booked', () => {
  expect(keysOf(bookable(aCandidate('one', ['2026-11-24.pm'], OPEN)))).toEqual(['2026-11-24.pm']);
});

test('a reason that holds for each half-day is said once', () => {
  const reason = { pill: 'Repos insuffisant', sentence: 'Finit lundi à 21 h 30.' };
  const candidate = aCandidate('tired', OPEN);
  candidate.slots = candidate.slots.map((slot) => ({ ...slot, eligible: false, reasons: [reason] }));
  expect(reasonsAgainst(candidate)).toEqual([reason]);
});
