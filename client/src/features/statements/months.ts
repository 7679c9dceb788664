const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

const parts = (month: string): [year: number, month: number] => [Number(month.slice(0, 4)), Number(month.slice(5, 7))];

/** The month so many months after, YYYY-MM. */
export const addMonths = (month: string, count: number): string => {
  const [year, number] = parts(month);
  const total = year * 12 + number - 1 + count;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
};

/** « novembre 2026 » */
export const monthInWords = (month: string): string => {
  const [year, number] = parts(month);
  return `${MONTHS[number - 1]}\u00a0${year}`;
};

/** The month a day is in; a statement is drawn up once the month is over, so that it is the one before one comes for. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** A month as an address gives it; null when it is none. */
export const readMonth = (text: string): string | null => (/^20\d{2}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null);
