/** Without zod, so that a form reads them without bringing it to the page. */
export const APPLICATION_LIMITS = {
  /** Of each list of what waits today. */
  today: 3,
  /** For how long an answer counts as news to who applied. */
  newsDays: 7,
  letter: 6_000,
  phone: 30,
  place: 200,
  note: 1_000,
  message: 4_000,
  /** Of each file. */
  fileBytes: 5 * 1024 * 1024,
  /** From today to an interview. */
  interviewDays: 366,
  interviewMinutes: { min: 10, max: 240, usual: 45 },
} as const;

/** How long a commune keeps what a candidate sent it, after the last contact between them (CNIL guide on recruitment). */
export const KEPT_YEARS = 2;
