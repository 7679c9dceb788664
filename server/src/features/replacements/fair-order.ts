import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';

type Fairness = Pick<SubstituteFacts, 'person' | 'minutesByYear' | 'lastAskedAt'>;

/**
 * Fewest hours this year first; among equals the least recently asked, who was never asked before all others; then by id, so that the
 * order is the same wherever it is worked out.
 */
export const inFairOrder = <T extends Fairness>(pool: readonly T[], at: Date): T[] => {
  const year = String(at.getUTCFullYear());
  const minutes = ({ minutesByYear }: Fairness): number => minutesByYear[year] ?? 0;
  const asked = ({ lastAskedAt }: Fairness): number => lastAskedAt?.getTime() ?? 0;
  return [...pool].sort((a, b) => minutes(a) - minutes(b) || asked(a) - asked(b) || (a.person.id < b.person.id ? -1 : 1));
};
