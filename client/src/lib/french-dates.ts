const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const SHORT_MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Joins what a line break must not part. */
const NBSP = '\u00a0';

const dayOfMonth = (date: Date): string => (date.getDate() === 1 ? '1er' : String(date.getDate()));
const clockTime = (date: Date): string => {
  const minutes = date.getMinutes();
  return minutes === 0 ? `${date.getHours()}${NBSP}h` : `${date.getHours()}${NBSP}h${NBSP}${String(minutes).padStart(2, '0')}`;
};
const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** « mardi 24 novembre »; the year is said when it is not the present one. */
export const longDay = (at: string | number, now = Date.now()): string => {
  const date = new Date(at);
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${DAYS[date.getDay()]} ${dayOfMonth(date)}${NBSP}${MONTHS[date.getMonth()]}${year}`;
};

/** « 1er janvier 2027 »; `day` is a day of the calendar (`2027-01-01`), the same in every time zone. */
export const calendarDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date === 1 ? '1er' : date}${NBSP}${MONTHS[month - 1]}${NBSP}${year}`;
};

/** A day of the calendar (`2026-11-24`), by the reader's clock. */
const isoDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** Whether the day a text is to be looked at again has come. */
export const reviewIsDue = (day: string, now = Date.now()): boolean => day <= isoDay(new Date(now));

/** « en vigueur le 1er janvier 2027 », « en vigueur depuis le 1er janvier 2024 ». */
export const inForce = (day: string, now = Date.now()): string =>
  `en vigueur ${day <= isoDay(new Date(now)) ? 'depuis ' : ''}le ${calendarDay(day)}`;

/** « mardi 24 novembre, 14 h 30 ». */
export const longDate = (iso: string, now = Date.now()): string => `${longDay(iso, now)}, ${clockTime(new Date(iso))}`;

const shortDay = (date: Date, now: number): string => {
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : `${NBSP}${date.getFullYear()}`;
  return `${dayOfMonth(date)}${NBSP}${SHORT_MONTHS[date.getMonth()]}${year}`;
};

/** « à l’instant », « il y a 12 min », « il y a 3 h », « hier, 17 h 05 », « 21 nov. », « 21 nov. 2025 ». */
export const relative = (iso: string, now = Date.now()): string => {
  const date = new Date(iso);
  const elapsed = now - date.getTime();
  if (elapsed < MINUTE_MS) return 'à l’instant';
  if (elapsed < HOUR_MS) return `il y a ${Math.floor(elapsed / MINUTE_MS)}${NBSP}min`;
  // Rounded, since a day of 23 or 25 hours is a day.
  const days = Math.round((startOfDay(now) - startOfDay(date.getTime())) / DAY_MS);
  if (days === 0) return `il y a ${Math.floor(elapsed / HOUR_MS)}${NBSP}h`;
  if (days === 1) return `hier, ${clockTime(date)}`;
  return shortDay(date, now);
};

/** The same after a verb: « il y a 3 h », « hier à 17 h 05 », « le 21 novembre », « le 1er mars 2025 ». */
export const relativeInSentence = (iso: string, now = Date.now()): string => {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date.getTime())) / DAY_MS);
  if (days <= 0) return relative(iso, now);
  if (days === 1) return `hier à ${clockTime(date)}`;
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `le ${dayOfMonth(date)}${NBSP}${MONTHS[date.getMonth()]}${year}`;
};

/** « 45 min », « 3 h 10 », « 2 jours ». */
export const duration = (minutes: number): string => {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole}${NBSP}min`;
  if (whole < 48 * 60) {
    const rest = whole % 60;
    return `${Math.floor(whole / 60)}${NBSP}h${rest ? `${NBSP}${String(rest).padStart(2, '0')}` : ''}`;
  }
  return `${Math.round(whole / (24 * 60))}${NBSP}jours`;
};

/** « hier », « mardi », « mardi 3 novembre »: the day of a visit. */
export const sinceDay = (iso: string, now = Date.now()): string => {
  const days = Math.round((startOfDay(now) - startOfDay(new Date(iso).getTime())) / DAY_MS);
  if (days <= 0) return `aujourd’hui, ${clockTime(new Date(iso))}`;
  if (days === 1) return 'hier';
  return days < 7 ? (DAYS[new Date(iso).getDay()] as string) : longDay(iso, now);
};
