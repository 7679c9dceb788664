import type { SubstituteFacts, WantedWork } from './eligibility.ts';

/** An ATSEM of Anzin with her diploma and her employer’s agreement, free every half-day of every week. */
export const aSubstitute = (facts: Partial<SubstituteFacts> = {}): SubstituteFacts => ({
  person: { id: 'her', name: 'ATSEM, Anzin', commune: { slug: 'anzin', name: 'Anzin' } },
  metiers: ['atsem'],
  diplomas: ['cap-aepe'],
  employer: 'anzin',
  home: 'anzin',
  agreedUntil: '9999-12-31',
  communes: [],
  maxDistanceKm: null,
  weeklyMinutes: null,
  yearlyMinutes: null,
  pattern: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, half: 'am' as const, weeks: 'every' as const },
    { weekday, half: 'pm' as const, weeks: 'every' as const },
  ]),
  exceptions: [],
  minutesByYear: {},
  lastAskedAt: null,
  ...facts,
});

/** The morning of Tuesday 1 December 2026 at Hergnies. */
export const aNeed = (need: Partial<WantedWork> = {}): WantedWork => ({
  metier: 'atsem',
  diploma: null,
  commune: 'hergnies',
  slots: [{ date: '2026-12-01', half: 'am', start: '08:00', end: '12:00' }],
  ...need,
});
