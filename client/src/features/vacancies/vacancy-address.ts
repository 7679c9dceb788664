import { CATEGORIES, cadreOf, FILIERES } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { quotite } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { calendarDay } from '../../lib/french-dates.ts';
import { minutesOfQuotite } from './form-fields.ts';
import { CADRE_ITEMS, CATEGORIE_ITEMS, FILIERE_ITEMS, type Item, METIER_ITEMS, NATURE_ITEMS, TIME_ITEMS } from './vacancy-words.ts';

/** How a filter's values are written in the address, where they have English names. */
const IN_ADDRESS = {
  nature: { permanent: 'permanent', temporary: 'non-permanent' },
  time: { full: 'complet', part: 'non-complet' },
} as const;

/** What is asked for by a tick (« oui » in the address): its filter, and how it is said. */
export const TICKS = {
  contractuels: { filter: 'contractuels', label: 'Ouvert aux contractuels' },
  teletravail: { filter: 'telework', label: 'Télétravail possible' },
  rifseep: { filter: 'rifseep', label: 'Avec RIFSEEP' },
  nbi: { filter: 'nbi', label: 'Avec NBI' },
  'piece-jointe': { filter: 'attachment', label: 'Avec une pièce jointe' },
  annonce: { filter: 'official', label: 'Avec l’annonce officielle' },
} as const;
export type TickKey = keyof typeof TICKS;

/** Days, both ends included: what is asked of them, before the day. */
export const DAYS = {
  'debut-des': { filter: 'startsFrom', label: 'Débute à partir du' },
  'debut-avant': { filter: 'startsUntil', label: 'Débute au plus tard le' },
  'cloture-des': { filter: 'deadlineFrom', label: 'Clôture à partir du' },
  'cloture-avant': { filter: 'deadlineUntil', label: 'Clôture au plus tard le' },
} as const;
export type DayKey = keyof typeof DAYS;

const WEEKS = {
  'quotite-min': { filter: 'weeklyFrom', after: 'ou plus' },
  'quotite-max': { filter: 'weeklyUntil', after: 'ou moins' },
} as const;

const keysOf = <T extends object>(table: T): (keyof T)[] => Object.keys(table) as (keyof T)[];
const TICK_KEYS = keysOf(TICKS);
const DAY_KEYS = keysOf(DAYS);
const WEEK_KEYS = keysOf(WEEKS);

const PLAIN_KEYS = ['q', 'metier', 'commune', 'rayon', 'categorie', 'filiere', 'cadre', 'grade', 'nature', 'temps'] as const;
export const FILTER_KEYS = [...PLAIN_KEYS, ...WEEK_KEYS, ...DAY_KEYS, ...TICK_KEYS] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];
export type FilterValues = Record<FilterKey, string>;

const keyOf = <T extends string>(words: Record<T, string>, word: string): T | undefined => keysOf(words).find((key) => words[key] === word);
const among = <T extends string>(list: readonly T[], word: string): T | undefined => list.find((one) => one === word);
const known = (items: readonly Item[], word: string): string | undefined => items.find(({ slug }) => slug === word)?.slug;
/** A day that exists. */
const day = (word: string): string | undefined => {
  const at = new Date(`${word}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === word ? word : undefined;
};

type Wanted = { [K in keyof VacancyFilters]: VacancyFilters[K] | undefined };
const each = <Key extends string, T>(
  table: Record<Key, { filter: keyof VacancyFilters }>,
  values: NoInfer<Record<Key, string>>,
  read: (word: string) => T | undefined,
): Wanted => Object.fromEntries(keysOf(table).map((key) => [table[key].filter, read(values[key])]));

/** What the address asks for; words it could not hold by our doing are left out. */
export const filtersOf = (values: FilterValues): VacancyFilters => {
  const within = Number(values.rayon);
  const wanted: Wanted = {
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
    ...each(WEEKS, values, (word) => minutesOfQuotite(word) ?? undefined),
    ...each(DAYS, values, day),
    ...each(TICKS, values, (word) => (word === 'oui' ? 'true' : undefined)),
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
  };
  for (const key of WEEK_KEYS) {
    const minutes = filters[WEEKS[key].filter];
    if (minutes) values[key] = quotite(minutes).replace('/35', '');
  }
  for (const key of DAY_KEYS) {
    const date = filters[DAYS[key].filter];
    if (date) values[key] = date;
  }
  for (const key of TICK_KEYS) if (filters[TICKS[key].filter]) values[key] = 'oui';
  const query = new URLSearchParams(values as Record<string, string>);
  return `/emplois${query.size > 0 ? `?${query}` : ''}`;
};

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T => key in table;
const named = (items: readonly Item[], value: string): string => items.find(({ slug }) => slug === value)?.name ?? value;
const week = (value: string): string => {
  const minutes = minutesOfQuotite(value);
  return minutes === null ? value : quotite(minutes);
};

/** A filter in words, as its chip says it. */
export const chipLabel = (key: FilterKey, value: string, communeName: (slug: string) => string): string => {
  if (has(TICKS, key)) return TICKS[key].label;
  if (has(DAYS, key)) return `${DAYS[key].label} ${day(value) ? calendarDay(value) : value}`;
  if (has(WEEKS, key)) return `${week(value)} ${WEEKS[key].after}`;
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
      return named(CATEGORIE_ITEMS, value);
    case 'filiere':
      return `Filière ${named(FILIERE_ITEMS, value).toLocaleLowerCase('fr')}`;
    case 'cadre':
      return cadreOf(value)?.label ?? value;
    case 'nature':
      return named(NATURE_ITEMS, value);
    case 'temps':
      return named(TIME_ITEMS, value);
    default:
      return value;
  }
};
