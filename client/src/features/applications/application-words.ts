import type { ApplicationState } from '@beffroi/shared/features/applications/applications.vocabulary';
import { longDate } from '../../lib/french-dates.ts';

export const STATE_TONE: Record<ApplicationState, 'neutral' | 'blue' | 'ochre' | 'green'> = {
  received: 'blue',
  interview: 'ochre',
  chosen: 'green',
  declined: 'neutral',
  withdrawn: 'neutral',
};

/** « mardi 24 novembre, 14 h 30, 45 min, mairie d’Anzin » */
export const interviewInWords = ({ at, minutes, place }: { at: string; minutes: number; place: string }): string =>
  `${longDate(at)}, ${minutes}\u00a0min, ${place}`;
