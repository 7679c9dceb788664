import { CADRES, CATEGORIE_LABEL, CATEGORIES, cadreOf, FILIERE_LABEL, FILIERES } from '@beffroi/shared/core/public-service/grades';
import { METIERS, metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { NATURE_LABEL, quotite, TIME_LABEL, type VacancyState } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { calendarDay } from '../../lib/french-dates.ts';

type Item = { slug: string; name: string };
const byName = (a: Item, b: Item): number => a.name.localeCompare(b.name, 'fr');

export const METIER_ITEMS: Item[] = METIERS.map(({ slug, label }) => ({ slug, name: label })).sort(byName);
export const CADRE_ITEMS: Item[] = CADRES.map(({ slug, label }) => ({ slug, name: label })).sort(byName);
export const FILIERE_ITEMS: Item[] = FILIERES.map((slug) => ({ slug, name: FILIERE_LABEL[slug] }));
export const CATEGORIE_ITEMS: Item[] = CATEGORIES.map((slug) => ({ slug, name: CATEGORIE_LABEL[slug] }));
export const DISTANCE_ITEMS: Item[] = ['5', '10', '15', '20', '30'].map((slug) => ({ slug, name: `À moins de ${slug}\u00a0km` }));

/** How a filter's values are written in the address, where they have English names. */
const IN_ADDRESS = {
  nature: { permanent: 'permanent', temporary: 'non-permanent' },
  time: { full: 'complet', part: 'non-complet' },
} as const;
export const NATURE_ITEMS: Item[] = [
  { slug: 'permanent', name: NATURE_LABEL.permanent },
  { slug: 'non-permanent', name: NATURE_LABEL.temporary },
];
export const TIME_ITEMS: Item[] = [
  { slug: 'complet', name: TIME_LABEL.full },
  { slug: 'non-complet', name: TIME_LABEL.part },
];

export const FILTER_KEYS = [
  'q',
  'metier',
  'commune',
  'rayon',
  'categorie',
  'filiere',
  'cadre',
  'grade',
  'nature',
  'temps',
  'contractuels',
  'teletravail',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];
export type FilterValues = Record<FilterKey, string>;

const keyOf = <T extends string>(words: Record<T, string>, word: string): T | undefined =>
  (Object.keys(words) as T[]).find((key) => words[key] === word);
const among = <T extends string>(list: readonly T[], word: string): T | undefined => list.find((one) => one === word);
const known = (items: readonly Item[], word: string): string | undefined => items.find(({ slug }) => slug === word)?.slug;

/** What the address asks for; words it could not hold by our doing are left out. */
export const filtersOf = (values: FilterValues): VacancyFilters => {
  const within = Number(values.rayon);
  const wanted: { [K in keyof VacancyFilters]: VacancyFilters[K] | undefined } = {
    q: values.q || undefined,
    metier: known(METIER_ITEMS, values.metier),
    commune: values.commune || undefined,
    within: Number.isInteger(within) && within > 0 && within <= 200 ? within : undefined,
    categorie: among(CATEGORIES, values.categorie),
    filiere: among(FILIERES, values.filiere),
    cadre: known(CADRE_ITEMS, values.cadre),
    grade: values.grade || undefined,
    nature: keyOf(IN_ADDRESS.nature, values.nature),
    time: keyOf(IN_ADDRESS.time, values.temps),
    contractuels: values.contractuels === 'oui' ? 'true' : undefined,
    telework: values.teletravail === 'oui' ? 'true' : undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as VacancyFilters;
};

/** The address that asks for these filters. */
export const addressOf = (filters: VacancyFilters): string => {
  const values: Partial<FilterValues> = {
    ...(filters.q && { q: filters.q }),
    ...(filters.metier && { metier: filters.metier }),
    ...(filters.commune && { commune: filters.commune }),
    ...(filters.within && { rayon: String(filters.within) }),
    ...(filters.categorie && { categorie: filters.categorie }),
    ...(filters.filiere && { filiere: filters.filiere }),
    ...(filters.cadre && { cadre: filters.cadre }),
    ...(filters.grade && { grade: filters.grade }),
    ...(filters.nature && { nature: IN_ADDRESS.nature[filters.nature] }),
    ...(filters.time && { temps: IN_ADDRESS.time[filters.time] }),
    ...(filters.contractuels && { contractuels: 'oui' }),
    ...(filters.telework && { teletravail: 'oui' }),
  };
  const query = new URLSearchParams(values as Record<string, string>);
  return `/emplois${query.size > 0 ? `?${query}` : ''}`;
};

/** A filter in words, as its chip says it. */
export const chipLabel = (key: FilterKey, value: string, communeName: (slug: string) => string): string => {
  const named = (items: readonly Item[]): string => items.find(({ slug }) => slug === value)?.name ?? value;
  switch (key) {
    case 'q':
      return `«\u00a0${value}\u00a0»`;
    case 'metier':
      return metierLabel(value);
    case 'commune':
      return communeName(value);
    case 'rayon':
      return `À moins de ${value}\u00a0km`;
    case 'categorie':
      return named(CATEGORIE_ITEMS);
    case 'filiere':
      return `Filière ${named(FILIERE_ITEMS).toLocaleLowerCase('fr')}`;
    case 'cadre':
      return cadreOf(value)?.label ?? value;
    case 'nature':
      return named(NATURE_ITEMS);
    case 'temps':
      return named(TIME_ITEMS);
    case 'contractuels':
      return 'Ouvert aux contractuels';
    case 'teletravail':
      return 'Télétravail possible';
    default:
      return value;
  }
};

export const STATE_TONE: Record<VacancyState, 'neutral' | 'green' | 'ochre' | 'blue'> = {
  draft: 'ochre',
  published: 'blue',
  filled: 'green',
  withdrawn: 'neutral',
  archived: 'neutral',
};

export const timeText = (weeklyMinutes: number): string =>
  weeklyMinutes === FULL_WEEK ? 'Temps complet' : `Temps non complet, ${quotite(weeklyMinutes)}`;

/** « à 7 km », « votre commune »; nothing where it is not known. */
export const distanceText = (distanceKm: number | null): string | null => {
  if (distanceKm === null) return null;
  return distanceKm < 1 ? 'votre commune' : `à ${distanceKm}\u00a0km`;
};

const DAY_MS = 86_400_000;
/** How long one may still apply. */
export const deadlineText = (deadline: string, now = Date.now()): string => {
  const days = Math.round((Date.parse(`${deadline}T12:00:00`) - new Date(now).setHours(12, 0, 0, 0)) / DAY_MS);
  if (days < 0) return `close le ${calendarDay(deadline)}`;
  if (days === 0) return 'dernier jour';
  return days === 1 ? 'jusqu’à demain' : `jusqu’au ${calendarDay(deadline)}`;
};

/** The second line of a row. */
export const factsOf = ({ cadre, categorie, weeklyMinutes, nature, contractuels, telework }: VacancyItem): string[] => [
  ...(cadre && categorie ? [`${cadreOf(cadre)?.label ?? cadre} (${categorie})`] : []),
  timeText(weeklyMinutes),
  ...(nature === 'temporary' ? ['emploi non permanent'] : []),
  ...(contractuels ? ['ouvert aux contractuels'] : []),
  ...(telework ? ['télétravail possible'] : []),
];
