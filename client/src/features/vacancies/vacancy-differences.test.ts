import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_DEFAULTS } from '@beffroi/shared/features/vacancies/vacancy-defaults';
import { expect, test } from 'vitest';
import { changesOf, emptyContent, rebased } from './vacancy-content.ts';
import { differencesWith } from './vacancy-differences.ts';

const base = { ...emptyContent(), title: 'ATSEM (F/H)', grades: ['ATSEM principal de 2e classe'] };
const content = { ...base, deadline: '2027-02-01', profile: 'Mon profil' };
const theirs = {
  ...base,
  version: 4,
  weeklyMinutes: 1_050,
  deadline: '2027-01-01',
  rifseep: !VACANCY_DEFAULTS.rifseep,
  grades: ['Rédacteur'],
} as unknown as Vacancy;

test('what a colleague corrected meanwhile is told in words, beside what one changed there oneself', () => {
  const seen = differencesWith({ content, base }, theirs).map(({ label, mine, theirs: words, disputed }) => [
    label,
    disputed ? mine.replaceAll('\u00a0', ' ') : null,
    words.replaceAll('\u00a0', ' '),
  ]);
  expect(seen).toEqual(
    expect.arrayContaining([
      ['Quotité', null, '17h30/35'],
      ['Date limite', '1er février 2027', '1er janvier 2027'],
      ['Grades', null, 'Rédacteur'],
    ]),
  );
  expect(seen).toHaveLength(4);
  expect(differencesWith({ content, base }, { ...content } as unknown as Vacancy)).toEqual([]);
});

test('only what one changed is sent, on top of what the colleague left', () => {
  expect(changesOf({ content, base })).toEqual({ deadline: '2027-02-01', profile: 'Mon profil' });
  expect(changesOf({ content: { ...base, grades: [...base.grades] }, base })).toEqual({});
  const next = rebased({ content, base, version: 1 }, theirs);
  expect(next).toMatchObject({ version: 4, content: { weeklyMinutes: 1_050, grades: ['Rédacteur'], profile: 'Mon profil' } });
  expect(changesOf(next)).toEqual({ deadline: '2027-02-01', profile: 'Mon profil' });
});
