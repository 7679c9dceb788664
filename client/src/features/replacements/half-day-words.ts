import { addDays, compareHalfDays, HALF_LABEL, type HalfDay, mondayOf, parisDate } from '@beffroi/shared/core/half-days';
import { longDay } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';

const NBSP = '\u00a0';

/** A date is read at noon by the reader’s clock, which makes it the same day everywhere. */
const noon = (date: string): string => `${date}T12:00:00`;

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** « lundi 23 novembre ». */
export const dayTitle = (date: string, now = Date.now()): string => longDay(noon(date), now);

/** « lundi ». */
const weekday = (date: string): string => dayTitle(date).split(' ')[0] as string;

/** « lundi 23 ». */
const dayAndNumber = (date: string): string =>
  dayTitle(date)
    .split(NBSP)[0]
    ?.replace(/ (?=\S+$)/, NBSP) as string;

/** « Lun. 23 »: the head of a column. */
export const columnTitle = (date: string): string => {
  const [day, number] = dayAndNumber(date).split(NBSP) as [string, string];
  return `${capitalised(day.slice(0, 3))}.${NBSP}${number}`;
};

/** « 23 novembre » of « lundi 23 novembre ». */
const withoutWeekday = (date: string, now?: number): string => dayTitle(date, now).replace(/^\S+ /, '');

/** « semaine du 23 novembre ». */
export const weekTitle = (monday: string, now?: number): string => `semaine du ${withoutWeekday(monday, now)}`;

/** « 8 h 30 », of « 08:30 ». */
export const hourOf = (time: string): string => {
  const [hour, minute] = time.split(':');
  return `${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`;
};

/** « 8 h 30 – 12 h ». */
export const hoursOf = ({ start, end }: { start: string; end: string }): string => `${hourOf(start)}${NBSP}– ${hourOf(end)}`;

/** « mardi 24 matin ». */
export const halfDayTitle = ({ date, half }: HalfDay): string => `${dayAndNumber(date)}${NBSP}${HALF_LABEL[half]}`;

/** The days of half-days, in order, with what is taken of each. */
const byDay = (slots: readonly HalfDay[]): Map<string, HalfDay[]> => {
  const days = new Map<string, HalfDay[]>();
  for (const slot of [...slots].sort(compareHalfDays)) days.set(slot.date, [...(days.get(slot.date) ?? []), slot]);
  return days;
};

/** More days than one reads in a row: a replacement of months is told by its first and its last. */
const DAYS_NAMED = 10;

const spanInWords = (dates: readonly string[], halfDays: number): string => {
  const [first, last] = [dates[0] as string, dates.at(-1) as string];
  return `du ${dayTitle(first)} au ${dayTitle(last)}, ${plural(halfDays, 'demi-journée', 'demi-journées')}`;
};

/** « mardi, jeudi matin, vendredi », or « du mardi 1er décembre au vendredi 29 janvier 2027, 60 demi-journées » when there are many; days are numbered when they are not all of one week, and of the month after the last of each. */
export const halfDaysInWords = (slots: readonly HalfDay[]): string => {
  const days = [...byDay(slots)];
  if (days.length > DAYS_NAMED)
    return spanInWords(
      days.map(([date]) => date),
      slots.length,
    );
  const oneWeek = new Set(days.map(([date]) => mondayOf(date))).size < 2;
  return days
    .map(([date, halves], index) => {
      const next = days[index + 1]?.[0];
      const lastOfMonth = !next || next.slice(0, 7) !== date.slice(0, 7);
      const name = oneWeek ? weekday(date) : lastOfMonth ? dayTitle(date) : dayAndNumber(date);
      return halves.length > 1 ? name : `${name}${NBSP}${HALF_LABEL[(halves[0] as HalfDay).half]}`;
    })
    .join(', ');
};

/** « dès aujourd’hui 8 h 30 », « dès demain 8 h 20 », « dès jeudi 26, 8 h 30 ». */
export const fromWhen = ({ date, start }: { date: string; start: string }, now = Date.now()): string => {
  const today = parisDate(new Date(now));
  if (date === today) return `dès aujourd’hui ${hourOf(start)}`;
  if (date === addDays(today, 1)) return `dès demain ${hourOf(start)}`;
  return `dès ${date < addDays(today, 7) ? dayAndNumber(date) : dayTitle(date, now)}, ${hourOf(start)}`;
};

/** « aujourd’hui », « demain », else « jeudi 26 novembre »: the title of a day’s section. */
export const nearDay = (date: string, now = Date.now()): string => {
  const today = parisDate(new Date(now));
  if (date === today) return `aujourd’hui, ${dayTitle(date, now)}`;
  return date === addDays(today, 1) ? `demain, ${dayTitle(date, now)}` : dayTitle(date, now);
};
