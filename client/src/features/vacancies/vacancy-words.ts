import { CADRES, CATEGORIE_LABEL, CATEGORIES, cadreOf, FILIERE_LABEL, FILIERES } from '@beffroi/shared/core/public-service/grades';
import { METIERS } from '@beffroi/shared/core/public-service/metiers';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { NATURE_LABEL, quotite, TIME_LABEL, type VacancyState } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { calendarDay } from '../../lib/french-dates.ts';

export type Item = { slug: string; name: string };
const byName = (a: Item, b: Item): number => a.name.localeCompare(b.name, 'fr');

export const METIER_ITEMS: Item[] = METIERS.map(({ slug, label }) => ({ slug, name: label })).sort(byName);
export const CADRE_ITEMS: Item[] = CADRES.map(({ slug, label }) => ({ slug, name: label })).sort(byName);
export const FILIERE_ITEMS: Item[] = FILIERES.map((slug) => ({ slug, name: FILIERE_LABEL[slug] }));
export const CATEGORIE_ITEMS: Item[] = CATEGORIES.map((slug) => ({ slug, name: CATEGORIE_LABEL[slug] }));
export const DISTANCE_ITEMS: Item[] = ['5', '10', '15', '20', '30'].map((slug) => ({ slug, name: `À moins de ${slug}\u00a0km` }));

export const NATURE_ITEMS: Item[] = [
  { slug: 'permanent', name: NATURE_LABEL.permanent },
  { slug: 'non-permanent', name: NATURE_LABEL.temporary },
];
export const TIME_ITEMS: Item[] = [
  { slug: 'complet', name: TIME_LABEL.full },
  { slug: 'non-complet', name: TIME_LABEL.part },
];

/** Weeks one chooses between; any other may stand in the address. */
const WEEKS = ['7h', '10h', '14h', '17h30', '20h', '24h', '28h', '30h', '32h', '35h'];
export const WEEK_ITEMS: Item[] = WEEKS.map((slug) => ({ slug, name: `${slug}/35` }));

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
