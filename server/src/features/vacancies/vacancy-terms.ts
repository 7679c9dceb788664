import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { communeName } from '../directory/territory.queries.ts';
import { askedTerms, foundBy } from '../search/french-words.queries.ts';

interface Found extends VacancyContent {
  commune: string;
  /** A file joined to it; none while it is begun. */
  attachment?: object | null;
  filiere: string | null;
  categorie: string | null;
}

/** A filter among words: no word has a colon in it. */
const facet = (name: string, value: string): string => `${name}:${value}`;

/** Shorter, the beginning of a number says no more than the département. */
const BEGINNING = 5;

/** A declaration's number, by any beginning of it: one types until it is found. */
const beginningsOf = (number: string): string[] => {
  const whole = number.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '');
  return Array.from({ length: Math.max(0, whole.length - BEGINNING) }, (_, nth) => whole.slice(0, BEGINNING + nth));
};

/** What an official advertisement is known by: its reference in the address, and not the words every address of the site has. */
const referencesIn = (url: string): string =>
  (/^https?:\/\/[^/]+(.*)$/.exec(url)?.[1] ?? '').match(/[\p{L}\d]*\d[\p{L}\d]*/gu)?.join(' ') ?? '';

/** What it says beside its description: pay, whom to ask, its declaration. */
const besideTexts = ({ rifseep, nbi, benefits, contact, dveNumber, officialUrl }: Found): string[] => [
  rifseep ? 'RIFSEEP' : '',
  nbi === null ? '' : 'NBI, nouvelle bonification indiciaire',
  benefits,
  contact,
  dveNumber,
  ...beginningsOf(dveNumber),
  referencesIn(officialUrl),
];

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
    ['rifseep', vacancy.rifseep ? 'true' : null],
    ['nbi', vacancy.nbi === null ? null : 'true'],
    ['attachment', vacancy.attachment || vacancy.attachmentUrl ? 'true' : null],
    ['official', vacancy.officialUrl ? 'true' : null],
    ...grades.map((grade): [string, string] => ['grade', grade]),
  ];
  return [
    ...foundBy([...texts, vacancy.missions, vacancy.profile, vacancy.conditions, ...besideTexts(vacancy)].filter(Boolean).join('\n')),
    ...facets.flatMap(([name, value]) => (value === null ? [] : facet(name, value))),
  ];
};

const FACETS = [
  'commune',
  'metier',
  'cadre',
  'grade',
  'filiere',
  'categorie',
  'nature',
  'time',
  'contractuels',
  'telework',
  'rifseep',
  'nbi',
  'attachment',
  'official',
] as const;

/** What a vacancy must all be found by to answer these filters; distance apart. */
export const askedFor = (filters: VacancyFilters): string[] => [
  ...askedTerms(filters.q ?? ''),
  ...FACETS.flatMap((name) => (filters[name] === undefined ? [] : facet(name, filters[name]))),
];
