import { HALF_LABEL, type HalfDay, parisDate } from '@beffroi/shared/core/half-days';
import { longDay } from '../../lib/french-dates.ts';

/** « mardi 1er décembre »: a day is read at noon by the reader’s clock, which makes it the same one everywhere. */
export const dayInWords = (date: string): string => longDay(`${date}T12:00:00`);

/** What a half-day is, in words a screen reader says after its name. */
export const stateInWords = (available: boolean, exception: boolean): string =>
  `${available ? 'disponible' : 'non disponible'}${exception ? ', par exception' : ''}`;

/** « mardi 1er décembre, matin ». */
export const halfDayInWords = ({ date, half }: HalfDay): string => `${dayInWords(date)}, ${HALF_LABEL[half]}`;

/** « 37 h 30 »; hours are counted in hours, however many. */
export const hoursInWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)
    .toLocaleString('fr-FR')
    .replace(/\s/g, '\u202f')}\u00a0h${minutes % 60 ? `\u00a0${String(minutes % 60).padStart(2, '0')}` : ''}`;

export const today = (): string => parisDate(new Date());
