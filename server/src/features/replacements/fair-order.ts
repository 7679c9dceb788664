import { parisDate } from '@beffroi/shared/core/half-days';
import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';

type Fairness = Pick<SubstituteFacts, 'person' | 'minutesByYear' | 'lastAskedAt'>;

/** FNV-1a: scatters ids, nothing more. */
const scatter = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

interface Drawn {
  /** Hours are those of its year. */
  startsAt: Date;
  /** Among equals the lot decides: the same for one need wherever it is drawn, another for the next. */
  lot: string;
}

/**
 * Fewest hours this year first; among equals the least recently asked, who was never asked before all others; among those, by lot: an
 * order by id would ask the same ones first for ever.
 */
export const inFairOrder = <T extends Fairness>(pool: readonly T[], { startsAt, lot }: Drawn): T[] => {
  const year = parisDate(startsAt).slice(0, 4);
  const places = pool.map((facts) => ({
    facts,
    minutes: facts.minutesByYear[year] ?? 0,
    asked: facts.lastAskedAt?.getTime() ?? 0,
    drawn: scatter(`${lot} ${facts.person.id}`),
  }));
  places.sort(
    (a, b) => a.minutes - b.minutes || a.asked - b.asked || a.drawn - b.drawn || (a.facts.person.id < b.facts.person.id ? -1 : 1),
  );
  return places.map(({ facts }) => facts);
};
