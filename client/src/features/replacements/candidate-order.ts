import { compareHalfDays, type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import type { Candidate } from '@beffroi/shared/features/replacements/missions.schemas';

/** How near somebody is to being booked: offered, may come, may not. */
const rank = ({ offer, eligible }: Candidate): number => (offer ? 0 : eligible ? 1 : 2);

/**
 * Those who said yes first, then those who may come, then the others, each in the server’s order: fewest hours first. Those already
 * shown as having said yes keep their places, so that no button moves under the pointer when another answers.
 */
export const orderCandidates = (candidates: readonly Candidate[], shown: readonly string[]): Candidate[] => {
  const place = (candidate: Candidate): number => {
    const known = shown.indexOf(candidate.person.id);
    return candidate.offer && known >= 0 ? known : shown.length;
  };
  return candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => rank(a.candidate) - rank(b.candidate) || place(a.candidate) - place(b.candidate) || a.index - b.index)
    .map(({ candidate }) => candidate);
};

/** What of an offer can still be booked: half-days that are still to fill and open to her. */
export const bookable = ({ offer, slots }: Candidate): HalfDay[] => {
  const open = new Set(slots.filter(({ eligible }) => eligible).map(halfDayKey));
  return (offer?.slots ?? []).filter((slot) => open.has(halfDayKey(slot))).sort(compareHalfDays);
};

/** Why she may not come, each reason once: the short mark and its sentence. */
export const reasonsAgainst = ({ slots }: Candidate): { pill: string; sentence: string }[] => [
  ...new Map(slots.flatMap(({ reasons }) => reasons).map((reason) => [reason.pill, reason])).values(),
];
