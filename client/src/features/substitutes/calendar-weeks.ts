import { addDays, type Half, type HalfDay, weekOf } from '@beffroi/shared/core/half-days';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
/** As many as a month has: at whatever day one looks, the four weeks to come are in sight. */
export const WEEKS_SHOWN = 5;

/** The weeks shown from the week of a date on, each from Monday to Sunday. */
export const weeksFrom = (date: string): string[][] => Array.from({ length: WEEKS_SHOWN }, (_, week) => weekOf(addDays(date, week * 7)));

const SHORT = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

const monthName = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] as string;

/** « novembre – décembre 2026 », « décembre 2026 – janvier 2027 »: the months these weeks are of. */
export const spanTitle = (weeks: readonly string[][]): string => {
  const [first, last] = [weeks[0]?.[0] as string, weeks.at(-1)?.[6] as string];
  if (first.slice(0, 7) === last.slice(0, 7)) return `${monthName(last)} ${last.slice(0, 4)}`;
  const year = first.slice(0, 4) === last.slice(0, 4) ? '' : ` ${first.slice(0, 4)}`;
  return `${monthName(first)}${year} – ${monthName(last)} ${last.slice(0, 4)}`;
};

/** The number of a day; the first of a month and the first day shown say their month. */
export const dayNumber = (date: string, first: boolean): string => {
  const number = Number(date.slice(8));
  if (!first && number !== 1) return String(number);
  return `${number === 1 ? '1er' : number} ${SHORT[Number(date.slice(5, 7)) - 1]}`;
};

const other = (half: Half): Half => (half === 'am' ? 'pm' : 'am');

/** Where an arrow leads: sideways to the same half of the next day; up and down through the halves of a weekday. */
export const stepFrom = ({ date, half }: HalfDay, key: string): HalfDay | null => {
  switch (key) {
    case 'ArrowLeft':
      return { date: addDays(date, -1), half };
    case 'ArrowRight':
      return { date: addDays(date, 1), half };
    case 'ArrowUp':
      return { date: half === 'pm' ? date : addDays(date, -7), half: other(half) };
    case 'ArrowDown':
      return { date: half === 'am' ? date : addDays(date, 7), half: other(half) };
    case 'Home':
      return { date: weekOf(date)[0] as string, half };
    case 'End':
      return { date: weekOf(date)[6] as string, half };
    case 'PageUp':
      return { date: addDays(date, -28), half };
    case 'PageDown':
      return { date: addDays(date, 28), half };
    default:
      return null;
  }
};
