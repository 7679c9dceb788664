export const VACANCY_LIMITS = {
  title: 120,
  line: 200,
  missions: 6_000,
  profile: 4_000,
  conditions: 1_000,
  benefits: 800,
  emergency: 300,
  note: 300,
  url: 400,
  attachmentBytes: 5 * 1024 * 1024,
  grades: 6,
  nbi: 120,
  durationMonths: 72,
  /** Between today and the deadline. */
  deadlineDays: 366,
  /** Around today, the day an employment is vacant: one that found nobody has been for years. */
  startDays: { back: 5 * 366, ahead: 3 * 366 },
  /** How long ago it was declared: after two years it is declared anew. */
  declaredDays: 2 * 366,
  query: 120,
  /** Saved searches of one person. */
  searches: 20,
  searchName: 80,
} as const;

/** A full-time week, in minutes; a quotité is a part of it. */
export const FULL_WEEK = 2_100;
export const LEAST_WEEK = 30;

/** HR is asked whether a vacancy is still open when so many days, or fewer, are left. */
export const ASKED_DAYS_BEFORE = 5;
