import {
  addDays,
  compareHalfDays,
  datesFrom,
  HALVES,
  type Half,
  type HalfDay,
  halfDayKey,
  mondayOf,
  parisClock,
  parisDate,
  parisInstant,
  USUAL_HOURS,
  weekdayOf,
} from '@beffroi/shared/core/half-days';
import { type Need, needDetails } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { Urgency } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { newKey } from '../../lib/new-key.ts';

interface Span {
  start: string;
  end: string;
}
type Hours = Record<Half, Span>;

/** A need as it is being written. */
export interface NewNeed {
  commune: string;
  metier: string;
  place: string;
  contact: string;
  note: string;
  /** A draft from before it was asked has none. */
  placeEmail?: string;
  /** Null: guessed from the first half-day. */
  urgency: Urgency | null;
  /** One asked for beyond what the métier always asks; null for none. */
  diploma: string | null;
  /** Keys of the half-days chosen. */
  slots: string[];
  hours: Hours;
  /** Hours of half-days that have others than their half, by key; a draft from before there were any has none. */
  own?: Record<string, Span>;
  /** The same of half-days of the week, « 3.am » on Wednesdays: those of the need that is written again. */
  weekly?: Record<string, Span>;
  seats: number;
  /** The same for every try, so that trying again never publishes twice. */
  idempotencyKey: string;
}

const FRIDAY = 5;
/** Weeks one chooses half-days in, before asking for more. */
export const WEEKS_SHOWN = 2;
/** Work that begins sooner is urgent unless said otherwise. */
const URGENT_MS = 48 * 3_600_000;

export const emptyNeed = (commune: string, contact: string): NewNeed => ({
  commune,
  metier: '',
  place: '',
  contact,
  note: '',
  urgency: null,
  diploma: null,
  slots: [],
  hours: USUAL_HOURS,
  seats: 1,
  idempotencyKey: newKey(),
});

/** Whether nothing was written that is worth keeping. */
export const isBlank = ({ metier, place, note, slots }: NewNeed): boolean => !metier && !place.trim() && !note.trim() && slots.length === 0;

export const halfDayOfKey = (key: string): HalfDay => {
  const [date, half] = key.split('.') as [string, Half];
  return { date, half };
};

const weekKey = ({ date, half }: HalfDay): string => `${weekdayOf(date)}.${half}`;

/** When a half-day begins and ends: as said of it alone, else as on that day of the week, else as its half does. */
export const hoursFor = ({ hours, own, weekly }: Pick<NewNeed, 'hours' | 'own' | 'weekly'>, slot: HalfDay): Span =>
  own?.[halfDayKey(slot)] ?? weekly?.[weekKey(slot)] ?? hours[slot.half];

/** The half-days chosen that have not begun, in order, with their hours. */
export const chosenSlots = ({ slots, seats, ...need }: NewNeed, now = Date.now()) =>
  slots
    .map(halfDayOfKey)
    .sort(compareHalfDays)
    .map((slot) => ({ ...slot, ...hoursFor(need, slot), seats }))
    .filter(({ date, start }) => `${date} ${start}` > parisClock(new Date(now)));

/** Urgent when the first half-day begins within two days. */
export const guessedUrgency = (need: NewNeed, now = Date.now()): Urgency => {
  const first = chosenSlots(need, now)[0];
  return first && parisInstant(first.date, first.start).getTime() - now < URGENT_MS ? 'high' : 'normal';
};

/** The half-days one may choose, week by week; what is over can no longer be. */
export const calendarWeeks = (weeks: number, weekends: boolean, now = Date.now()): string[][] => {
  const today = parisDate(new Date(now));
  // On a weekend, the week that is over has nothing to choose.
  const monday = mondayOf(weekends || weekdayOf(today) <= FRIDAY ? today : addDays(today, 2));
  return Array.from({ length: weeks }, (_, week) => {
    const first = addDays(monday, week * 7);
    return datesFrom(first, addDays(first, weekends ? 6 : 4));
  });
};

export const hasStarted = ({ date, half }: HalfDay, hours: Hours, now = Date.now()): boolean =>
  `${date} ${hours[half].start}` <= parisClock(new Date(now));

/** Whether some hours end before they begin: those of a half, or of a half-day chosen. */
export const hoursAreWrong = (need: NewNeed): boolean =>
  [...Object.values(need.hours), ...need.slots.map((key) => hoursFor(need, halfDayOfKey(key)))].some(
    ({ start, end }) => !start || !end || start >= end,
  );

/** What is wrong with the address of the service: nothing for a good one, or for none. */
export const placeEmailFault = ({ placeEmail = '' }: NewNeed): { placeEmail?: string } => {
  const message = needDetails.placeEmail.safeParse(placeEmail).error?.issues[0]?.message;
  return message === undefined ? {} : { placeEmail: message };
};

type KnownPlace = Pick<Need, 'place' | 'contact' | 'placeEmail'>;

/**
 * What choosing a place known already fills in. An address typed by hand stays; one that came with another place gives way, so that no
 * service is told of what is none of its own.
 */
export const atKnownPlace = ({ place, contact, placeEmail }: KnownPlace, need: NewNeed, known: readonly KnownPlace[]): Partial<NewNeed> => {
  const isTyped = need.placeEmail && !known.some((one) => one.placeEmail === need.placeEmail);
  return { place, ...(contact && { contact }), ...(!isTyped && { placeEmail }) };
};

/** The days one most often asks for: the next two on which people work, then what is left of the week. */
export const quickChoices = (now = Date.now()): { label: string; dates: string[] }[] => {
  const today = parisDate(new Date(now));
  const friday = addDays(mondayOf(today), 4);
  const rest = datesFrom(today, friday);
  return [
    ...(rest.length > 0 ? [{ label: 'Aujourd’hui', dates: [today] }] : []),
    ...(rest.length > 1 ? [{ label: 'Demain', dates: [addDays(today, 1)] }] : []),
    ...(rest.length > 2 ? [{ label: 'Jusqu’à vendredi', dates: rest }] : []),
    ...(rest.length < 2 ? [{ label: 'Lundi', dates: [addDays(mondayOf(today), 7)] }] : []),
  ];
};

/** The hours most of these half-days have, of each half; and by day of the week those that others have. */
const copiedHours = (slots: Need['slots']): Pick<NewNeed, 'hours' | 'weekly'> => {
  const hours = { ...USUAL_HOURS };
  for (const half of HALVES) {
    const those = slots.filter((slot) => slot.half === half).map(({ start, end }) => `${start} ${end}`);
    const times = (span: string) => those.filter((one) => one === span).length;
    const [most] = [...new Set(those)].sort((a, b) => times(b) - times(a));
    const [start, end] = most?.split(' ') ?? [];
    if (start && end) hours[half] = { start, end };
  }
  const others = slots.filter(({ half, start, end }) => hours[half].start !== start || hours[half].end !== end);
  return { hours, weekly: Object.fromEntries(others.map((slot) => [weekKey(slot), { start: slot.start, end: slot.end }])) };
};

/** An earlier need written again: all of it but its days. */
export const copyOf = (need: Need, contact: string): NewNeed => ({
  ...emptyNeed(need.commune.slug, need.contact || contact),
  metier: need.metier,
  place: need.place,
  note: need.note,
  placeEmail: need.placeEmail,
  diploma: need.diploma,
  ...copiedHours(need.slots),
  seats: Math.max(1, ...need.slots.map(({ seats }) => seats)),
});

/** The half-days of a day, as keys. */
export const dayKeys = (date: string): string[] => [halfDayKey({ date, half: 'am' }), halfDayKey({ date, half: 'pm' })];
