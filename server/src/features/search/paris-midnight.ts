const hourInParis = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });

/** The instant a day begins in France. @param day as `2026-11-24` */
export const parisMidnight = (day: string, daysLater = 0): Date => {
  const noonUtc = new Date(`${day}T12:00:00Z`);
  noonUtc.setUTCDate(noonUtc.getUTCDate() + daysLater);
  const date = noonUtc.toISOString().slice(0, 10);
  const winter = new Date(`${date}T00:00:00+01:00`);
  return hourInParis.format(winter) === '00' ? winter : new Date(`${date}T00:00:00+02:00`);
};
