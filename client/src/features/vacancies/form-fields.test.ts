import { VACANCY_DEFAULTS } from '@beffroi/shared/features/vacancies/vacancy-defaults';
import { describe, expect, it } from 'vitest';
import { minutesOfQuotite, proposedBy } from './form-fields.ts';

const empty = { ...VACANCY_DEFAULTS, grades: [], title: '' };

describe('a quotité as it is typed', () => {
  it.each([
    ['17h30', 1_050],
    ['17h30/35', 1_050],
    ['17:30', 1_050],
    ['17,5', 1_050],
    ['28', 1_680],
    ['28h', 1_680],
    ['35', 2_100],
    ['36', null],
    ['17h75', null],
    ['0', null],
    ['mi-temps', null],
  ])('%s is %s minutes', (text, minutes) => {
    expect(minutesOfQuotite(text)).toBe(minutes);
  });
});

describe('choosing a métier', () => {
  it('proposes title, cadre d’emplois, grades and texts', () => {
    expect(proposedBy('atsem', empty)).toMatchObject({
      metier: 'atsem',
      title: 'ATSEM (F/H)',
      cadre: 'atsem',
      grades: ['ATSEM principal de 2e classe', 'ATSEM principal de 1re classe'],
      origin: 'vacancy',
      missions: expect.stringContaining('accueillir les enfants'),
    });
  });

  it('replaces what another métier proposed, and nothing that was written', () => {
    const first = { ...empty, ...proposedBy('atsem', empty) };
    expect(proposedBy('cuisinier', first)).toMatchObject({ title: 'Cuisinier de restauration collective (F/H)' });
    const written = { ...first, missions: 'Ce que nous attendons.' };
    expect(proposedBy('cuisinier', written)).not.toHaveProperty('missions');
  });

  it('can be undone', () => {
    expect(proposedBy(null, empty)).toEqual({ metier: null });
  });
});
