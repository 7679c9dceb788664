export const REPLACEMENT_LIMITS = {
  place: 120,
  contact: 160,
  placeEmail: 254,
  note: 500,
  slots: 60,
  seats: 10,
  /** From the first half-day of a need to its last. */
  spanDays: 62,
  /** From today to its last half-day, as far ahead as substitutes say when they are free. */
  daysAhead: 400,
  /** Between the two dates a list is asked for. */
  listDays: 42,
  reason: 200,
} as const;

/** Of waves: how many people are told at once, how often, and how long before work begins HR is warned. */
export const WAVE_LIMITS = {
  people: { min: 1, max: 50, usual: 10 },
  minutes: { min: 1, max: 120, usual: 5 },
  riskHours: { min: 1, max: 48, usual: 4 },
} as const;

/** No half-day is longer. */
export const BOOKED_MINUTES_MAX = 720;
