import type { Actor } from '../../core/actor.ts';
import { type ClubFacts, isPilot } from '../clubs/clubs.policy.ts';

/** The reports and the audit trail of a club are for those who animate it. */
export const canModerateClub = (actor: Actor, club: ClubFacts): boolean => actor.administrator || isPilot(actor, club);
