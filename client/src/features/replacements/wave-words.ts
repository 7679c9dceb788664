import type { ToldWave, WaveSettings } from '@beffroi/shared/features/replacements/missions.schemas';
import { WAVE_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { duration } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';

const HALF_AN_HOUR = 30;
const UNIT: Record<keyof WaveSettings, string> = { people: 'personnes', minutes: 'minutes', riskHours: 'heures' };

/** « De 1 à 50 personnes (10 d’ordinaire) ». */
export const waveBounds = (field: keyof WaveSettings, index: number): string => {
  const { min, max, usual } = WAVE_LIMITS[field];
  return `${index === 0 ? 'De' : 'de'} ${min} à ${max}\u00a0${UNIT[field]} (${usual} d’ordinaire)`;
};

/** How many are told in half an hour in which nobody answers: « 70 personnes ». */
export const toldWithin = ({ people, minutes }: WaveSettings): string =>
  plural(people * (Math.floor(HALF_AN_HOUR / minutes) + 1), 'personne', 'personnes');

/** « les suivantes dans 5 min »: to the nearest, since the clock of a page is up to half a minute late. */
export const nextWaveInWords = (at: string, now: number): string => {
  const minutes = Math.round((Date.parse(at) - now) / 60_000);
  return minutes <= 0 ? 'la suite part à l’instant' : `les suivantes dans ${duration(minutes)}`;
};

/** « 3 personnes (vague 4, tour 2) »: half-days free again or added begin another round. */
export const waveInWords = ({ number, round, people }: ToldWave): string =>
  `${plural(people, 'personne', 'personnes')} (vague\u00a0${number}${round > 0 ? `, tour\u00a0${round + 1}` : ''})`;
