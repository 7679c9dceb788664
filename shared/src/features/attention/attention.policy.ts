import type { Actor } from '../../core/actor.ts';
import { type ClubFacts, canRead } from '../clubs/clubs.policy.ts';
import { canReadThread, type ThreadFacts } from '../forum/forum.policy.ts';

/** Whoever reads a club chooses how she follows it, a member or not. */
export const canFollowClub = (actor: Actor, club: ClubFacts): boolean => canRead(actor, club);

/** Whoever reads a thread marks it read and chooses how she follows it; what is deleted is followed by nobody. */
export const canFollowThread = (actor: Actor, thread: ThreadFacts): boolean => canReadThread(actor, thread) && !thread.deletedAt;
