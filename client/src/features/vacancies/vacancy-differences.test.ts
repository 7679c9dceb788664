import { VACANCY_DEFAULTS } from '@beffroi/shared/features/vacancies/vacancy-defaults';
import { expect, test } from 'vitest';
import { emptyContent } from './vacancy-content.ts';
import { differencesBetween } from './vacancy-differences.ts';

const mine = { ...emptyContent(), title: 'ATSEM (F/H)' };

test('two texts of an offer differ in words one reads, and in what differs only', () => {
  const theirs = { ...mine, weeklyMinutes: 1_050, deadline: '2027-01-01', rifseep: !VACANCY_DEFAULTS.rifseep, grades: ['Rédacteur'] };
  expect(differencesBetween(mine, theirs).map(({ label, theirs: words }) => [label, words.replaceAll('\u00a0', ' ')])).toEqual(
    expect.arrayContaining([
      ['Quotité', '17h30/35'],
      ['Date limite', '1er janvier 2027'],
      ['Grades', 'Rédacteur'],
    ]),
  );
  expect(differencesBetween(mine, theirs)).toHaveLength(4);
  expect(differencesBetween(mine, { ...mine })).toEqual([]);
});
