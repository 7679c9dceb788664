import { compareHalfDays, type HalfDay, minutesOf, type TimedHalfDay } from '../../core/half-days.ts';
import type { PersonRef } from '../../core/person-ref.ts';
import { diplomaOf } from '../../core/public-service/diplomas.ts';
import { metierLabel } from '../../core/public-service/metiers.ts';
import { type Calendar, isAvailable } from './availability.ts';
import { sufficientDiplomas } from './diploma-rules.ts';
import {
  alreadyBooked,
  longDay,
  longWeek,
  missingDiploma,
  noAgreement,
  notAvailable,
  noWeeklyRest,
  otherCommune,
  otherMetier,
  ownWeeklyLimit,
  ownYearlyLimit,
  type Refusal,
  shortRest,
  tooFar,
} from './refusals.ts';
import { breaksRest, GUARANTEES, keepsWeeklyRest, minutesOfDay, minutesOfWeek, overlapping } from './working-time.ts';

/** What is asked for. */
export interface WantedWork {
  metier: string;
  /** The diploma the need asks for by name; null leaves it to the métier. */
  diploma: string | null;
  commune: string;
  slots: readonly TimedHalfDay[];
}

/** What is known of a substitute when she is thought of for a need. */
export interface SubstituteFacts extends Calendar {
  person: PersonRef;
  metiers: readonly string[];
  diplomas: readonly string[];
  /** The commune she serves; null for a person from outside. */
  employer: string | null;
  /** Where distances are counted from. */
  home: string | null;
  /** The last day her employer’s agreement holds, `9999-12-31` when it has no end; null without one. */
  agreedUntil: string | null;
  /** Where she accepts to go whatever the distance; everywhere when empty and no distance is set. */
  communes: readonly string[];
  maxDistanceKm: number | null;
  weeklyMinutes: number | null;
  yearlyMinutes: number | null;
  /** Minutes booked, by calendar year. */
  minutesByYear: Readonly<Record<string, number>>;
  lastAskedAt: Date | null;
}

export interface SlotEligibility extends HalfDay {
  eligible: boolean;
  /** Empty when eligible; the most decisive first. */
  reasons: Refusal[];
}

const placeRefusal = (commune: string, { communes, maxDistanceKm }: SubstituteFacts, distanceKm: number | null): Refusal | null => {
  if (communes.includes(commune)) return null;
  if (maxDistanceKm === null) return communes.length > 0 ? otherCommune() : null;
  // Where a commune has no centre yet the distance is not known, and she is asked: to refuse is free.
  return distanceKm !== null && distanceKm > maxDistanceKm ? tooFar(distanceKm, maxDistanceKm) : null;
};

/** What stands in the way of every half-day of the need alike. */
const lastingRefusals = ({ metier, diploma, commune }: WantedWork, facts: SubstituteFacts, distanceKm: number | null): Refusal[] => {
  const sufficient = sufficientDiplomas(metier, diploma);
  const place = placeRefusal(commune, facts, distanceKm);
  return [
    ...(facts.metiers.includes(metier) ? [] : [otherMetier(metierLabel(metier))]),
    ...(sufficient.length === 0 || sufficient.some((slug) => facts.diplomas.includes(slug))
      ? []
      : [missingDiploma(diplomaOf(sufficient[0] as string)?.short ?? (sufficient[0] as string))]),
    ...(place ? [place] : []),
  ];
};

const dayRefusals = (slot: TimedHalfDay, facts: SubstituteFacts, work: readonly TimedHalfDay[]): Refusal[] => {
  const taken = overlapping(slot, work);
  if (taken) return [alreadyBooked(taken)];
  const close = breaksRest(slot, work);
  const day = minutesOfDay(slot.date, work) + minutesOf(slot);
  return [
    ...(isAvailable(facts, slot) ? [] : [notAvailable()]),
    ...(close ? [shortRest(slot, close)] : []),
    ...(day > GUARANTEES.dailyMinutes ? [longDay(day)] : []),
  ];
};

const weekRefusals = (slot: TimedHalfDay, { weeklyMinutes }: SubstituteFacts, work: readonly TimedHalfDay[]): Refusal[] => {
  if (overlapping(slot, work)) return [];
  const week = minutesOfWeek(slot.date, work) + minutesOf(slot);
  return [
    ...(week > GUARANTEES.weeklyMinutes ? [longWeek(week)] : []),
    ...(keepsWeeklyRest(slot.date, [...work, slot]) ? [] : [noWeeklyRest()]),
    ...(weeklyMinutes !== null && week > weeklyMinutes ? [ownWeeklyLimit(weeklyMinutes)] : []),
  ];
};

const agreementRefusals = (date: string, { agreedUntil, employer }: SubstituteFacts): Refusal[] =>
  agreedUntil !== null && agreedUntil >= date ? [] : [noAgreement(employer === null, agreedUntil !== null)];

/**
 * Whether this person may be asked, may offer and may be booked for each half-day, and why not. The half-days found eligible hold
 * together: each counts as worked for those after it, so that all of them may be booked at once.
 * @param booked her bookings in every commune, from eight days before the first half-day to eight days after the last
 * @param distanceKm from her home to the commune; null where it is not known
 */
export const eligibility = (
  need: WantedWork,
  substitute: SubstituteFacts,
  booked: readonly TimedHalfDay[],
  distanceKm: number | null,
): SlotEligibility[] => {
  const lasting = lastingRefusals(need, substitute, distanceKm);
  const work = [...booked];
  const yearly = { ...substitute.minutesByYear };
  return [...need.slots].sort(compareHalfDays).map((slot) => {
    const { date, half } = slot;
    const year = date.slice(0, 4);
    const inYear = (yearly[year] ?? 0) + minutesOf(slot);
    const reasons = [
      ...agreementRefusals(date, substitute),
      ...lasting,
      ...dayRefusals(slot, substitute, work),
      ...weekRefusals(slot, substitute, work),
      ...(substitute.yearlyMinutes !== null && inYear > substitute.yearlyMinutes ? [ownYearlyLimit(substitute.yearlyMinutes)] : []),
    ];
    if (reasons.length > 0) return { date, half, eligible: false, reasons };
    work.push(slot);
    yearly[year] = inYear;
    return { date, half, eligible: true, reasons };
  });
};
