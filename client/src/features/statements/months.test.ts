import { describe, expect, test } from 'vitest';
import { addMonths, monthInWords, readMonth } from './months.ts';

describe('months', () => {
  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', -14, '2025-01'],
  ])('%s and %i months is %s', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
  });
  test('are named', () => expect(monthInWords('2026-08')).toBe('août\u00a02026'));
  test('are read from an address, or are none', () => {
    expect(readMonth('2026-08')).toBe('2026-08');
    for (const text of ['', '2026-13', '2026-8', 'août']) expect(readMonth(text)).toBeNull();
  });
});
