import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeHour } from './office-hours.ts';

const NOW = Date.parse('2026-11-28T03:46:00Z');
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
const brought = (instant: string): string => paris.format(officeHour(Date.parse(instant), NOW));

describe('officeHour', () => {
  it.each([
    ['the night', '2026-11-26T03:20:00+01:00', '2026-11-25 15:57'],
    ['the day', '2026-11-26T08:30:00+01:00', '2026-11-26 08:30'],
    ['a Sunday', '2026-11-22T20:30:00+01:00', '2026-11-20 16:25'],
    ['the night before winter time ends', '2026-03-30T07:00:00+02:00', '2026-03-27 17:48'],
    ['the night after it begins', '2026-10-26T07:00:00+01:00', '2026-10-23 17:48'],
    ['a summer evening', '2026-07-15T21:00:00+02:00', '2026-07-15 13:26'],
  ])('brings %s back into working hours', (_case, instant, expected) => expect(brought(instant)).toBe(expected));

  it('leaves what is fresh where it is', () => expect(officeHour(NOW - 3_600_000, NOW)).toBe(NOW - 3_600_000));

  const agos = fc.integer({ min: 0, max: 430 * 86_400_000 });
  it('keeps the order of any two instants, and never tells of the future', () => {
    fc.assert(
      fc.property(agos, agos, (one, other) => {
        const [first, second] = [NOW - Math.max(one, other), NOW - Math.min(one, other)];
        expect(officeHour(first, NOW)).toBeLessThanOrEqual(officeHour(second, NOW));
        expect(officeHour(second, NOW)).toBeLessThanOrEqual(second);
      }),
    );
  });

  it('leaves nothing older to the night or a weekend', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4 * 3_600_000, max: 430 * 86_400_000 }), (ago) => {
        const [date = '', time = ''] = paris.format(officeHour(NOW - ago, NOW)).split(' ');
        expect([0, 6]).not.toContain(new Date(`${date}T12:00:00Z`).getUTCDay());
        expect(time >= '08:30' && time <= '18:00').toBe(true);
      }),
    );
  });
});
