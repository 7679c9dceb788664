import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFairOrder } from './fair-order.ts';

const NEED = { startsAt: new Date('2026-11-24T08:00:00Z'), lot: 'besoin' };
const pool = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-f0-9]{4}$/),
    minutes: fc.constantFrom(0, 210, 420, 840),
    asked: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const factsOf = ({ id, minutes, asked }: { id: string; minutes: number; asked: number | null }) => ({
  person: { id, name: id, commune: null },
  minutesByYear: { '2025': 100_000 - minutes, '2026': minutes },
  lastAskedAt: asked === null ? null : new Date(asked * 86_400_000),
});

describe('the fair order', () => {
  it('lets nobody pass before somebody with fewer hours this year, nor, among equals, before who was asked longer ago', () => {
    fc.assert(
      fc.property(pool, (people) => {
        const order = inFairOrder(people.map(factsOf), NEED);
        expect(order).toHaveLength(people.length);
        for (const [index, one] of order.entries())
          for (const later of order.slice(index + 1)) {
            const [hers, others] = [one.minutesByYear['2026'], later.minutesByYear['2026']] as [number, number];
            expect(hers).toBeLessThanOrEqual(others);
            if (hers === others) expect(one.lastAskedAt?.getTime() ?? 0).toBeLessThanOrEqual(later.lastAskedAt?.getTime() ?? 0);
          }
      }),
    );
  });

  it('is the same whatever order the pool is read in', () => {
    fc.assert(
      fc.property(pool, (people) => {
        const ids = (list: typeof people) => inFairOrder(list.map(factsOf), NEED).map(({ person }) => person.id);
        expect(ids([...people].reverse())).toEqual(ids(people));
      }),
    );
  });

  it('draws another lot for the next need', () => {
    const people = Array.from({ length: 12 }, (_, index) => factsOf({ id: String(index).padStart(4, '0'), minutes: 0, asked: null }));
    const first = new Set(Array.from({ length: 40 }, (_, lot) => inFairOrder(people, { ...NEED, lot: `besoin ${lot}` })[0]?.person.id));
    expect(first.size).toBeGreaterThan(6);
  });

  it('comes round to everyone: wave after wave, nobody is asked twice before all were asked once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (size, waveSize) => {
        const people = Array.from({ length: size }, (_, index) => factsOf({ id: String(index).padStart(4, '0'), minutes: 0, asked: null }));
        for (let wave = 1; people.some(({ lastAskedAt }) => lastAskedAt === null); wave++)
          for (const one of inFairOrder(people, NEED).slice(0, waveSize)) {
            if (people.some(({ lastAskedAt }) => lastAskedAt === null)) expect(one.lastAskedAt).toBeNull();
            one.lastAskedAt = new Date(wave * 86_400_000);
          }
      }),
    );
  });

  it('counts the hours of the year it is in Paris, in the first hour of it too', () => {
    const [rested, busy] = [factsOf({ id: 'aaaa', minutes: 840, asked: null }), factsOf({ id: 'bbbb', minutes: 0, asked: null })];
    const justAfterMidnight = new Date('2025-12-31T23:30:00Z');
    expect(inFairOrder([rested, busy], { startsAt: justAfterMidnight, lot: 'besoin' })[0]?.person.id).toBe('bbbb');
  });
});
