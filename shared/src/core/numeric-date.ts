/** « 31/12/2026 »: a calendar day (YYYY-MM-DD) as French writes it in figures. */
export const numericDate = (day: string): string => day.split('-').reverse().join('/');
