/** What forms, contract and commands keep to. */
export const SUBSTITUTE_LIMITS = {
  metiers: 12,
  diplomas: 12,
  communes: 80,
  distanceKm: 100,
  /** 48 h: what the decree allows in a week. */
  weeklyMinutes: 48 * 60,
  /** 1 607 h: a full-time year. */
  yearlyMinutes: 1_607 * 60,
  exceptions: 800,
  /** How far ahead one may say. */
  daysAhead: 400,
} as const;
