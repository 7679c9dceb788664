/** The first of a month is « 1er », which the platform's own dates never say. */
const firstOfMonth = (words: string): string => words.replace(/(?<!\d)1 (?=\p{L})/u, '1er ');

/** How days of the calendar (`2026-12-01`) are written in French, the same in every time zone: « mardi 1er décembre ». */
export const frenchDays = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
  const format = new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' });
  return (day) => firstOfMonth(format.format(new Date(`${day}T12:00:00Z`)));
};
