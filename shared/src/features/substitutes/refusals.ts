import type { TimedHalfDay } from '../../core/half-days.ts';
import { HALF_LABEL, weekdayOf } from '../../core/half-days.ts';
import { WEEKDAY_LABEL } from './substitutes.vocabulary.ts';

/** Why somebody cannot be asked for a half-day; the first that applies is the one a pill shows. */
export const REFUSALS = [
  'agreement',
  'metier',
  'diploma',
  'commune',
  'distance',
  'booked',
  'unavailable',
  'rest',
  'daily-hours',
  'weekly-hours',
  'weekly-rest',
  'own-limit',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Why not: a few words that fit a pill, and a sentence. */
export interface Refusal {
  code: RefusalCode;
  pill: string;
  sentence: string;
}

const NBSP = '\u00a0';
const refusal = (code: RefusalCode, pill: string, sentence: string): Refusal => ({ code, pill, sentence });

/** « 21 h 30 », « 8 h ». */
const clock = (time: string): string => {
  const [hours, minutes] = time.split(':');
  return `${Number(hours)}${NBSP}h${minutes === '00' ? '' : `${NBSP}${minutes}`}`;
};
/** « 37 h 30 ». */
const duration = (minutes: number): string =>
  `${Math.floor(minutes / 60)}${NBSP}h${minutes % 60 ? `${NBSP}${String(minutes % 60).padStart(2, '0')}` : ''}`;
const dayName = (date: string): string => WEEKDAY_LABEL[weekdayOf(date)] as string;

export const noAgreement = (outsider: boolean, expired: boolean): Refusal => {
  if (outsider)
    return refusal(
      'agreement',
      expired ? 'Acceptation expirée' : 'À accepter dans le vivier',
      'Aucune commune ne l’a encore acceptée dans le vivier, ou son acceptation a pris fin à cette date.',
    );
  return refusal(
    'agreement',
    expired ? 'Accord de l’employeur expiré' : 'Accord de l’employeur à donner',
    'L’accord de la commune qui l’emploie manque, ou a pris fin à cette date.',
  );
};

export const otherMetier = (label: string): Refusal => refusal('metier', 'Autre métier', `N’a pas déclaré ce métier${NBSP}: ${label}.`);

export const missingDiploma = (short: string): Refusal =>
  refusal('diploma', `Diplôme demandé${NBSP}: ${short}`, `N’a pas déclaré le diplôme demandé${NBSP}: ${short}.`);

export const otherCommune = (): Refusal =>
  refusal('commune', 'Commune non choisie', 'Cette commune n’est pas de celles où elle accepte d’aller.');

export const tooFar = (distanceKm: number, maxKm: number): Refusal =>
  refusal(
    'distance',
    `À ${Math.round(distanceKm)}${NBSP}km`,
    `À ${Math.round(distanceKm)}${NBSP}km, au-delà des ${maxKm}${NBSP}km acceptés.`,
  );

export const alreadyBooked = ({ date, half, start, end }: TimedHalfDay): Refusal =>
  refusal(
    'booked',
    `En mission ${dayName(date)} ${HALF_LABEL[half]}`,
    `Remplace déjà ${dayName(date)} ${HALF_LABEL[half]}, de ${clock(start)} à ${clock(end)}.`,
  );

export const notAvailable = (): Refusal => refusal('unavailable', 'Non disponible', 'Ne s’est pas dite disponible cette demi-journée.');

/** @param other the work of the day before or after */
export const shortRest = (slot: TimedHalfDay, other: TimedHalfDay): Refusal =>
  refusal(
    'rest',
    other.date < slot.date
      ? `Finit ${dayName(other.date)} à ${clock(other.end)}`
      : `Commence ${dayName(other.date)} à ${clock(other.start)}`,
    `Repos insuffisant${NBSP}: 11${NBSP}h entre deux journées de travail.`,
  );

export const longDay = (minutes: number): Refusal =>
  refusal('daily-hours', `${duration(minutes)} dans la journée`, `La journée atteindrait ${duration(minutes)}, pour 10${NBSP}h au plus.`);

export const longWeek = (minutes: number): Refusal =>
  refusal('weekly-hours', `${duration(minutes)} dans la semaine`, `La semaine atteindrait ${duration(minutes)}, pour 48${NBSP}h au plus.`);

export const noWeeklyRest = (): Refusal =>
  refusal('weekly-rest', 'Repos de la semaine insuffisant', `Il ne resterait pas 35${NBSP}h de repos d’affilée dans la semaine.`);

export const ownWeeklyLimit = (limit: number): Refusal =>
  refusal(
    'own-limit',
    `Limite${NBSP}: ${duration(limit)} par semaine`,
    `Dépasserait les ${duration(limit)} par semaine que la personne s’est fixées.`,
  );

export const ownYearlyLimit = (limit: number): Refusal =>
  refusal(
    'own-limit',
    `Limite${NBSP}: ${duration(limit)} par an`,
    `Dépasserait les ${duration(limit)} par an que la personne s’est fixées.`,
  );
