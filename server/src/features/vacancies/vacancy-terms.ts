import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { communeName } from '../directory/territory.queries.ts';
import { askedTerms, foundBy } from '../search/french-words.queries.ts';

interface Found extends VacancyContent {
  commune: string;
  filiere: string | null;
  categorie: string | null;
}

/** A filter among words: no word has a colon in it. */
const facet = (name: string, value: string): string => `${name}:${value}`;

/**
 * What a vacancy is found by: its words and each filter it answers, in one array under one index, so that asking for several
 * reads the entries they share and nothing else.
 */
export const vacancyTerms = (vacancy: Found): string[] => {
  const { commune, metier, cadre, filiere, categorie, grades, nature, weeklyMinutes, contractuels, telework } = vacancy;
  const cadreLabel = cadre === null ? '' : (cadreOf(cadre)?.label ?? '');
  const texts = [vacancy.title, metier && metierLabel(metier), communeName(commune), cadreLabel, grades.join(' '), vacancy.place];
  const facets: [string, string | null][] = [
    ['commune', commune],
    ['metier', metier],
    ['cadre', cadre],
    ['filiere', filiere],
    ['categorie', categorie],
    ['nature', nature],
    ['time', weeklyMinutes === FULL_WEEK ? 'full' : 'part'],
    ['contractuels', contractuels ? 'true' : null],
    ['telework', telework ? 'true' : null],
    ...grades.map((grade): [string, string] => ['grade', grade]),
  ];
  return [
    ...foundBy([...texts, vacancy.missions, vacancy.profile, vacancy.conditions, vacancy.benefits].filter(Boolean).join('\n')),
    ...facets.flatMap(([name, value]) => (value === null ? [] : facet(name, value))),
  ];
};

const FACETS = ['commune', 'metier', 'cadre', 'grade', 'filiere', 'categorie', 'nature', 'time', 'contractuels', 'telework'] as const;

/** What a vacancy must all be found by to answer these filters; distance apart. */
export const askedFor = (filters: VacancyFilters): string[] => [
  ...askedTerms(filters.q ?? ''),
  ...FACETS.flatMap((name) => (filters[name] === undefined ? [] : facet(name, filters[name]))),
];
