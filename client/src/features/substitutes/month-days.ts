import { addDays, type Half, type HalfDay, mondayOf } from '@beffroi/shared/core/half-days';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** « décembre 2026 », of `2026-12`. */
export const monthTitle = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

/** The month so many months later, `2026-12`. */
export const monthAfter = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** The weeks a month has days in, from Monday to Sunday; null for the days of its neighbours. */
export const weeksOfMonth = (month: string): (string | null)[][] => {
  const weeks: (string | null)[][] = [];
  for (let monday = mondayOf(`${month}-01`); monday.slice(0, 7) <= month; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)).map((date) => (date.startsWith(month) ? date : null)));
  return weeks;
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
      return { date: mondayOf(date), half };
    case 'End':
      return { date: addDays(mondayOf(date), 6), half };
    case 'PageUp':
      return { date: addDays(date, -28), half };
    case 'PageDown':
      return { date: addDays(date, 28), half };
    default:
      return null;
  }
};
