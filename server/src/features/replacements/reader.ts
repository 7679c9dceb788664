import type { Actor } from '@beffroi/shared/core/actor';
import { parisClock, parisDate } from '@beffroi/shared/core/half-days';
import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';
import { now } from '../../platform/clock.ts';
import { kilometresBetween } from '../directory/territory.queries.ts';
import { substitutesById } from '../substitutes/substitutes.queries.ts';
import { waveSettings } from './wave-settings.queries.ts';

/** Who reads needs, where from and when: all that a need's answer depends on beside the need. */
export interface Reader {
  actor: Actor;
  /** Where distances are counted from. */
  home: string | null;
  /** What she does as a substitute; null for those outside of the pool. */
  substitute: SubstituteFacts | null;
  at: Date;
  /** What a clock in Paris shows now; and when what begins is at risk. */
  clock: string;
  soon: string;
}

/** The actor as a reader: one command. */
export const readerOf = async (actor: Actor): Promise<Reader> => {
  const at = now();
  const today = parisDate(at);
  const [facts, { riskHours }] = await Promise.all([substitutesById([actor.personId], { from: today, to: today }), waveSettings()]);
  const substitute = facts.get(actor.personId) ?? null;
  return {
    actor,
    home: Object.keys(actor.communes)[0] ?? substitute?.home ?? null,
    substitute,
    at,
    clock: parisClock(at),
    soon: parisClock(at.getTime() + riskHours * 3_600_000),
  };
};

export const distanceFor = ({ home }: Reader, commune: string): number | null => kilometresBetween(home, commune);
