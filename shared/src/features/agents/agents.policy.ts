import type { Actor } from '../../core/actor.ts';
import { isReferent } from '../invitations/invitations.policy.ts';

/** A commune's people are its referents' to invite and look after, and the administrator's. */
export const canManageAgents = (actor: Actor, commune: string): boolean => actor.administrator || isReferent(actor, commune);
