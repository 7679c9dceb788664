import { datesFrom } from '@beffroi/shared/core/half-days';
import { expect, it } from 'vitest';
import { isPublicHoliday } from './public-holidays.ts';

it('knows the eleven public holidays of a year, those that move with Easter too', () => {
  expect(datesFrom('2027-01-01', '2027-12-31').filter(isPublicHoliday)).toEqual([
    '2027-01-01',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-08',
    '2027-05-17',
    '2027-07-14',
    '2027-08-15',
    '2027-11-01',
    '2027-11-11',
    '2027-12-25',
  ]);
});

it.each(['2024-04-01', '2025-04-21', '2026-04-06', '2038-04-26', '2049-04-19'])('finds Easter Monday on %s', (date) => {
  expect(isPublicHoliday(date)).toBe(true);
});
