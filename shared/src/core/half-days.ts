/** The exchanges count in half-days of calendar dates as they pass in Paris. Only here is it known how dates and hours add up. */
export const HALVES = ['am', 'pm'] as const;
export type Half = (typeof HALVES)[number];
export const HALF_LABEL: Record<Half, string> = { am: 'matin', pm: 'après-midi' };

export interface HalfDay {
  date: string;
  half: Half;
}
/** A half-day with its hours of work, HH:MM. */
export interface TimedHalfDay extends HalfDay {
  start: string;
  end: string;
}

/** The hours of a half-day about which nothing else was said. */
export const USUAL_HOURS: Record<Half, { start: string; end: string }> = {
  am: { start: '08:30', end: '12:00' },
  pm: { start: '13:30', end: '17:00' },
};

const DAY_MS = 86_400_000;
const ZONE = 'Europe/Paris';

export const halfDayKey = ({ date, half }: HalfDay): string => `${date}.${half}`;
export const sameHalfDay = (a: HalfDay, b: HalfDay): boolean => a.date === b.date && a.half === b.half;
/** « am » comes before « pm » also as letters do. */
export const compareHalfDays = (a: HalfDay, b: HalfDay): number => {
  const [left, right] = [halfDayKey(a), halfDayKey(b)];
  return left < right ? -1 : Number(left > right);
};

/** Dates are counted at noon in UTC, where no day is shorter than another. */
const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const dateAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateAt(noon(date) + days * DAY_MS);
export const daysBetween = (from: string, to: string): number => Math.round((noon(to) - noon(from)) / DAY_MS);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: string): number => new Date(noon(date)).getUTCDay() || 7;
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** Every date from one to another, both included; none when they are the wrong way round. */
export const datesFrom = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => addDays(from, day));

/** The seven dates of the week a date is in. */
export const weekOf = (date: string): string[] => datesFrom(mondayOf(date), addDays(mondayOf(date), 6));

/** The Mondays of the weeks these dates are in, each once, in order. */
export const mondaysOf = (dates: readonly string[]): string[] => [...new Set(dates.map(mondayOf))].sort();

export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** Minutes worked in a slot. */
export const minutesOf = ({ start, end }: { start: string; end: string }): number => minuteOfDay(end) - minuteOfDay(start);

const inParis = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
/** « 2026-11-24 07:20 », as a clock in Paris shows it. */
export const parisClock = (instant: Date | number): string => inParis.format(instant);

/** The date it is in Paris. */
export const parisDate = (instant: Date): string => parisClock(instant).slice(0, 10);

/** The instant a clock in Paris shows this date and time; where the clock is put forward over it, that much later. */
export const parisInstant = (date: string, time: string): Date => {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number): number => Date.parse(`${parisClock(instant).replace(' ', 'T')}:00Z`) - instant;
  const guess = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(guess));
};

export const slotStart = ({ date, start }: { date: string; start: string }): Date => parisInstant(date, start);
export const slotEnd = ({ date, end }: { date: string; end: string }): Date => parisInstant(date, end);

/** Whether a clock in Paris that shows `clock` (`parisClock`) is past the beginning, or the end, of a slot: for lists, without reckoning an instant for each. */
export const hasBegun = ({ date, start }: { date: string; start: string }, clock: string): boolean => `${date} ${start}` <= clock;
export const hasEnded = ({ date, end }: { date: string; end: string }, clock: string): boolean => `${date} ${end}` <= clock;
