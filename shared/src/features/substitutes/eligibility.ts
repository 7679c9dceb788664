import type { HalfDay, TimedHalfDay } from '../../core/half-days.ts';
import type { PersonRef } from '../../core/person-ref.ts';
import type { AvailabilityException, WeeklyHalf } from './substitutes.contract.ts';

/** What is asked for. */
export interface WantedWork {
  metier: string;
  /** The diploma the need asks for by name; null leaves it to the métier. */
  diploma: string | null;
  commune: string;
  slots: readonly TimedHalfDay[];
}

/** What is known of a substitute when she is thought of for a need. */
export interface SubstituteFacts {
  person: PersonRef;
  metiers: readonly string[];
  diplomas: readonly string[];
  /** The commune she serves; null for a person from outside. */
  employer: string | null;
  /** Where distances are counted from. */
  home: string | null;
  /** The last day her employer’s agreement holds, `9999-12-31` when it has no end; null without one. */
  agreedUntil: string | null;
  /** Where she accepts to go; everywhere when empty. */
  communes: readonly string[];
  maxDistanceKm: number | null;
  weeklyMinutes: number | null;
  yearlyMinutes: number | null;
  pattern: readonly WeeklyHalf[];
  exceptions: readonly AvailabilityException[];
  /** Minutes booked, by calendar year. */
  minutesByYear: Readonly<Record<string, number>>;
  lastAskedAt: Date | null;
}

export const REFUSALS = [
  'metier',
  'diploma',
  'agreement',
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

export interface SlotEligibility extends HalfDay {
  eligible: boolean;
  reasons: Refusal[];
}
