import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { NeedItem, Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { NeedState } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { duration } from '../../lib/french-dates.ts';
import { number, plural } from '../../lib/french-text.ts';

const NBSP = '\u00a0';

/** In the middle of a sentence; what begins in capitals, CCAS or MJC, stays as it is. */
const inSentence = (place: string): string =>
  /^\p{Lu}{2}/u.test(place) ? place : `${place.charAt(0).toLocaleLowerCase('fr-FR')}${place.slice(1)}`;

/** « ATSEM, école Jules-Ferry ». */
export const needTitle = ({ metier, place }: Pick<NeedItem, 'metier' | 'place'>): string => {
  const name = metierLabel(metier);
  return place ? `${name}, ${inSentence(place)}` : name;
};

/** « 11 km »; nothing where it is not known, nor within one commune, whose name says it. */
export const kilometres = (distance: number | null): string | null =>
  distance === null || distance < 1 ? null : `${number(Math.round(distance))}${NBSP}km`;

/** « 12 h cette année », « aucune heure cette année ». */
export const hoursThisYear = (minutes: number): string =>
  minutes === 0
    ? 'aucune heure cette année'
    : `${minutes < 48 * 60 ? duration(minutes) : `${number(Math.round(minutes / 60))}${NBSP}h`} cette année`;

/** Half-days in which somebody is still wanted. */
export const openSlots = (slots: readonly Slot[]): Slot[] => slots.filter(({ state }) => state === 'missing' || state === 'offered');

/** « 5 demi-journées sur 6 à pourvoir ». */
export const openInWords = (slots: readonly Slot[]): string => {
  const open = openSlots(slots).length;
  const asked = slots.filter(({ state }) => state !== 'cancelled').length;
  if (open === 0) return slots.some(({ state }) => state === 'filled') ? 'Tout est pourvu' : 'Plus rien à pourvoir';
  if (open === asked) return `${plural(open, 'demi-journée', 'demi-journées')} à pourvoir`;
  return `${plural(open, 'demi-journée', 'demi-journées')} sur ${asked} à pourvoir`;
};

/** How a state is written in addresses. */
export const STATE_SLUG: Record<NeedState, string> = {
  missing: 'manque',
  offered: 'propose',
  filled: 'pourvu',
  past: 'passe',
  cancelled: 'annule',
};
export const stateOfSlug = (slug: string): NeedState | undefined =>
  (Object.keys(STATE_SLUG) as NeedState[]).find((state) => STATE_SLUG[state] === slug);
