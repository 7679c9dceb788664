import type { Actor } from '@beffroi/shared/core/actor';
import { clearCatchUp } from '../features/attention/commands/clear-catch-up.ts';
import { visitClub } from '../features/attention/commands/visit-club.ts';
import { readableClubs } from '../features/clubs/known-clubs.queries.ts';
import { atInstant } from '../platform/clock.ts';

const DAY_MS = 86_400_000;
/** Long enough ago for something to wait, not for all of it. */
const CAME_DAYS_AGO = 4;

/** Those one may try the demonstration as came a few days ago and read everything then: what came since waits for them. */
export const loadAttention = async (people: Actor[]): Promise<void> => {
  const cameAt = new Date(Date.now() - CAME_DAYS_AGO * DAY_MS);
  for (const actor of people) {
    await clearCatchUp(actor, { until: cameAt.toISOString() });
    const clubs = readableClubs(actor).filter(({ id }) => actor.clubs[id]);
    for (const { slug } of clubs) await atInstant(cameAt, () => visitClub(actor, slug));
  }
};
