import {
  addDays,
  compareHalfDays,
  type Half,
  mondayOf,
  parisClock,
  parisDate,
  type TimedHalfDay,
  weekdayOf,
} from '@beffroi/shared/core/half-days';
import type { Chance } from './chance.ts';
import { type DemoMetier, demoMetiers } from './content/replacements.ts';
import { demoCommunes } from './content.ts';
import { isPublicHoliday } from './public-holidays.ts';

/** A need as it will be written: its half-days, and what has become of each. */
export interface ImaginedNeed {
  commune: string;
  metier: DemoMetier;
  place: string;
  note: string;
  slots: (TimedHalfDay & { fate: 'filled' | 'offered' | 'missing' })[];
  seats: number;
}

const WEEKS_BEFORE = 13;
const PAST_A_WEEK = 11;
/** Week by week from the one that is on: crowded now, thinner ahead. */
const AHEAD = [34, 16, 6];
const SATURDAY = 6;

/** All but Onnaing, which asked for nothing yet: its account shows how the exchanges begin. */
const HOSTS = demoCommunes.filter(({ kind, slug }) => kind === 'commune' && slug !== 'onnaing');
const WEIGHED = demoMetiers.flatMap((metier) => Array.from({ length: metier.weight }, () => metier));

/** Monday of the week that is on; of the coming one on a weekend, when nobody is replaced. */
export const weekOn = (now: Date): string => {
  const today = parisDate(now);
  return mondayOf(weekdayOf(today) >= SATURDAY ? addDays(today, 2) : today);
};

/** The days of an absence: one most often, or until the end of the week; none on a holiday, when there is nobody to replace. */
const daysFrom = (monday: string, chance: Chance): string[] => {
  const first = chance.between(0, 4);
  const length = chance.pick([1, 1, 1, 2, 2, 3, 5]);
  const days = Array.from({ length: Math.min(length, 5 - first) }, (_, day) => addDays(monday, first + day));
  return days.filter((date) => !isPublicHoliday(date));
};

const fateOf = (slot: TimedHalfDay, clock: string, chance: Chance): ImaginedNeed['slots'][number]['fate'] => {
  if (`${slot.date} ${slot.start}` <= clock) return chance.happens(0.93) ? 'filled' : 'missing';
  const roll = chance.next();
  return roll < 0.52 ? 'filled' : roll < 0.7 ? 'offered' : 'missing';
};

const imagine = (monday: string, clock: string, chance: Chance): ImaginedNeed => {
  const metier = chance.pick(WEIGHED);
  const halves = Object.entries(metier.hours) as [Half, { start: string; end: string }][];
  const kept = halves.length > 1 && chance.happens(0.25) ? [chance.pick(halves)] : halves;
  const slots = daysFrom(monday, chance).flatMap((date) => kept.map(([half, hours]) => ({ date, half, ...hours })));
  return {
    commune: chance.pick(HOSTS).slug,
    metier,
    place: chance.pick(metier.places),
    note: chance.pick(metier.notes),
    slots: slots.sort(compareHalfDays).map((slot) => ({ ...slot, fate: fateOf(slot, clock, chance) })),
    seats: chance.happens(0.06) ? 2 : 1,
  };
};

/** Three months of needs, and what is ahead; the same wherever and whenever they are imagined, but for the dates. */
export const imagineNeeds = (now: Date, chance: Chance): ImaginedNeed[] => {
  const [on, clock] = [weekOn(now), parisClock(now)];
  const before = Array.from({ length: WEEKS_BEFORE }, (_, week) => [addDays(on, -7 * (week + 1)), PAST_A_WEEK] as const);
  const ahead = AHEAD.map((count, week) => [addDays(on, 7 * week), count] as const);
  const all = [...before.reverse(), ...ahead].flatMap(([monday, count]) =>
    Array.from({ length: count }, () => imagine(monday, clock, chance)),
  );
  return all.filter(({ slots }) => slots.length > 0);
};

/** The first half-day of work that has not begun, and those after it: what is published this morning is for them. */
export const nextWorkdays = (now: Date, count: number): string[] => {
  const today = parisDate(now);
  const first = parisClock(now).slice(11) < '08:00' ? today : addDays(today, 1);
  const days = Array.from({ length: 9 }, (_, day) => addDays(first, day)).filter((date) => weekdayOf(date) < SATURDAY);
  return days.slice(0, count);
};
