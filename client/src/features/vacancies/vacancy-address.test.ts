import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { describe, expect, it } from 'vitest';
import { addressOf, chipLabel, FILTER_KEYS, type FilterKey, type FilterValues, filtersOf } from './vacancy-address.ts';

const valuesOf = (address: string): FilterValues => {
  const query = new URL(address, 'https://beffroi.example').searchParams;
  return Object.fromEntries(FILTER_KEYS.map((key) => [key, query.get(key) ?? ''])) as FilterValues;
};

const EVERY: Required<VacancyFilters> = {
  q: 'paie',
  commune: 'anzin',
  within: 10,
  metier: 'gestionnaire-rh',
  filiere: 'administrative',
  categorie: 'B',
  cadre: 'redacteurs',
  grade: 'Rédacteur',
  nature: 'temporary',
  time: 'part',
  contractuels: 'true',
  telework: 'true',
  rifseep: 'true',
  nbi: 'true',
  attachment: 'true',
  official: 'true',
  startsFrom: '2027-01-01',
  startsUntil: '2027-03-31',
  deadlineFrom: '2026-12-01',
  deadlineUntil: '2026-12-24',
  weeklyFrom: 1_050,
  weeklyUntil: 1_680,
};

describe('the address of a search', () => {
  it('holds every filter, and gives each back', () => {
    expect(filtersOf(valuesOf(addressOf(EVERY)))).toEqual(EVERY);
  });
  it.each(Object.keys(EVERY) as (keyof VacancyFilters)[])('holds %s alone', (name) => {
    const one = { [name]: EVERY[name] } as VacancyFilters;
    expect(addressOf(one)).not.toBe('/emplois');
    expect(filtersOf(valuesOf(addressOf(one)))).toEqual(one);
  });
  it('leaves out what it cannot hold by our doing', () => {
    const wrong = '/emplois?debut-des=2027-02-30&cloture-avant=demain&quotite-min=40h&quotite-max=beaucoup&nbi=non&rayon=0';
    expect(filtersOf(valuesOf(wrong))).toEqual({});
  });
});

describe('a filter in words', () => {
  it.each<[FilterKey, string, string]>([
    ['debut-des', '2027-01-01', 'Débute à partir du 1er\u00a0janvier\u00a02027'],
    ['cloture-avant', '2026-12-24', 'Clôture au plus tard le 24\u00a0décembre\u00a02026'],
    ['quotite-min', '17h30', '17h30/35 ou plus'],
    ['quotite-max', '28h', '28h/35 ou moins'],
    ['nbi', 'oui', 'Avec NBI'],
    ['rifseep', 'oui', 'Avec RIFSEEP'],
    ['commune', 'anzin', 'Anzin'],
    ['rayon', '10', 'À moins de 10\u00a0km'],
  ])('%s=%s', (key, value, words) => {
    expect(chipLabel(key, value, () => 'Anzin')).toBe(words);
  });
});
