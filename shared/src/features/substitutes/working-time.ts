import { daysBetween, minuteOfDay, minutesOf, mondayOf, type TimedHalfDay, weekdayOf } from '../../core/half-days.ts';

/**
 * The guarantees of working time in the public service: decree n° 2000-815 of 25 August 2000, article 3, I, which decree
 * n° 2001-623 makes those of the communes. What else an agent works for her own employer is not known here: she declares herself
 * free for half-days that leave her these rests.
 */
export const GUARANTEES = {
  /** « La durée quotidienne du travail ne peut excéder dix heures. » */
  dailyMinutes: 10 * 60,
  /** « Les agents bénéficient d’un repos minimum quotidien de onze heures. » */
  dailyRestMinutes: 11 * 60,
  /** « La durée hebdomadaire du travail effectif […] ne peut excéder […] quarante-huit heures au cours d’une même semaine. » */
  weeklyMinutes: 48 * 60,
  /** « Le repos hebdomadaire […] ne peut être inférieur à trente-cinq heures. » */
  weeklyRestMinutes: 35 * 60,
} as const;

const EPOCH = '2000-01-03';
const DAY = 1_440;
const WEEK = 7 * DAY;

/** The last Sunday of a month of thirty-one days. */
const lastSunday = (month: string): string => `${month}-${31 - (weekdayOf(`${month}-31`) % 7)}`;
/** By how many minutes clocks are put forward that day, from its third hour on (directive 2000/84/EC, articles 2 and 3). */
const summerTime = (date: string): number => {
  const year = date.slice(0, 4);
  return date >= lastSunday(`${year}-03`) && date < lastSunday(`${year}-10`) ? 60 : 0;
};
/** Minutes that have really passed: the night clocks are put forward is one of the shortest rests. */
const at = (date: string, time: string): number => daysBetween(EPOCH, date) * DAY + minuteOfDay(time) - summerTime(date);
const span = ({ date, start, end }: TimedHalfDay) => ({ from: at(date, start), to: at(date, end) });
const sum = (work: readonly TimedHalfDay[]): number => work.reduce((total, slot) => total + minutesOf(slot), 0);

/** What is worked already at some of the same hours. */
export const overlapping = (slot: TimedHalfDay, work: readonly TimedHalfDay[]): TimedHalfDay | undefined =>
  work.find(({ date, half, start, end }) => date === slot.date && (half === slot.half || (start < slot.end && slot.start < end)));

/** The work of another day that would leave less than eleven hours of rest before or after. */
export const breaksRest = (slot: TimedHalfDay, work: readonly TimedHalfDay[]): TimedHalfDay | undefined => {
  const { from, to } = span(slot);
  return work.find((other) => {
    if (other.date === slot.date) return false;
    const { from: otherFrom, to: otherTo } = span(other);
    return otherFrom < to + GUARANTEES.dailyRestMinutes && otherTo + GUARANTEES.dailyRestMinutes > from;
  });
};

export const minutesOfDay = (date: string, work: readonly TimedHalfDay[]): number => sum(work.filter((other) => other.date === date));

export const minutesOfWeek = (date: string, work: readonly TimedHalfDay[]): number => {
  const monday = mondayOf(date);
  return sum(work.filter((other) => mondayOf(other.date) === monday));
};

/** The longest rest of a week: the part of a pause since its Monday, to when work begins again, be it in the next week. */
const longestRest = (monday: number, spans: readonly { from: number; to: number }[]): number => {
  let longest = 0;
  let restsSince = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...spans, { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY }]) {
    if (restsSince < monday + WEEK && from > monday) longest = Math.max(longest, from - Math.max(restsSince, monday));
    restsSince = Math.max(restsSince, to);
  }
  return longest;
};

/** Whether the week of that date, and the one before it, keep a rest of thirty-five hours. */
export const keepsWeeklyRest = (date: string, work: readonly TimedHalfDay[]): boolean => {
  // Three half-days cannot fill a week.
  if (work.length < 4) return true;
  const spans = work.map(span).sort((a, b) => a.from - b.from);
  const monday = at(mondayOf(date), '00:00');
  return [monday, monday - WEEK].every((one) => longestRest(one, spans) >= GUARANTEES.weeklyRestMinutes);
};
