import { duration } from '../../lib/french-dates.ts';

const SHORT = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

/** « nov. » */
export const shortMonth = (month: string): string => SHORT[Number(month.slice(5, 7)) - 1] ?? month;

/** « 12 % »; nothing where there was nothing. */
export const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}\u202f%`);

/** « 3 h 10 », « – » where nothing was filled. */
export const wait = (minutes: number | null): string => (minutes === null ? '–' : duration(minutes));

/** Whole hours, as a cell of a matrix shows them. */
export const wholeHours = (minutes: number): string => String(Math.round(minutes / 60));
