const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** When town halls open, on the clock of France. */
const OPENS_AT = 8.5 * HOUR_MS;
const OPEN_FOR = 9.5 * HOUR_MS;
/** What is this fresh stays where it is: the demonstration must look alive at any hour. */
const FRESH_MS = 4 * HOUR_MS;

const parisClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });

/** How far the clocks of France are ahead of UTC. */
const ahead = (instant: number): number =>
  Date.parse(`${parisClock.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1_000) * 1_000;

const isWorkday = (day: number): boolean => ![0, 6].includes(new Date(day).getUTCDay());

/** The last opening of an office, `step` days away at a time. */
const opening = (day: number, step: 1 | -1): number => (isWorkday(day) ? day + OPENS_AT : opening(day + step * DAY_MS, step));

/**
 * Brings an instant back into the working hours of France, never forward: nobody of a town hall writes at four in the morning.
 * The time from one opening to the next is pressed into the hours the offices are open, so that what followed still follows.
 */
export const officeHour = (instant: number, now: number): number => {
  if (now - instant < FRESH_MS) return instant;
  const wall = instant + ahead(instant);
  const day = Math.floor((wall - OPENS_AT) / DAY_MS) * DAY_MS;
  const opened = opening(day, -1);
  const opensNext = opening(opened - OPENS_AT + DAY_MS, 1);
  const brought = opened + ((wall - opened) * OPEN_FOR) / (opensNext - opened);
  return brought - ahead(brought - ahead(instant));
};

/** When a text of the demonstration was written. */
export const writtenAt = (instant: number): Date => new Date(officeHour(instant, Date.now()));
