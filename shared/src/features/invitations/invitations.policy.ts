import { type Actor, type ClubRole, type CommuneRole, hasRole } from '../../core/actor.ts';
import { type ClubFacts, isPilot } from '../clubs/clubs.policy.ts';

/** A right somebody may be invited with. */
export type GrantFacts = { scope: 'commune'; slug: string; role: CommuneRole } | { scope: 'club'; club: ClubFacts; role: ClubRole };

export const isReferent = (actor: Actor, commune: string): boolean => hasRole(actor, commune, 'referent');

/** The communes whose people the actor answers for, administrators aside. */
export const ownCommunes = (actor: Actor): string[] => Object.keys(actor.communes).filter((slug) => isReferent(actor, slug));

/** The clubs the actor animates. */
export const ownClubs = (actor: Actor): string[] => Object.keys(actor.clubs).filter((id) => actor.clubs[id] === 'pilot');

/** Administrators, referents and pilots invite; nobody else does. */
export const canInvite = (actor: Actor): boolean => actor.administrator || ownCommunes(actor).length > 0 || ownClubs(actor).length > 0;

const isArchived = (grant: GrantFacts): boolean => grant.scope === 'club' && Boolean(grant.club.archived);

const answersFor = (actor: Actor, grant: GrantFacts): boolean => {
  if (actor.administrator) return true;
  if (grant.scope === 'commune') return isReferent(actor, grant.slug);
  if (grant.role === 'pilot') return false;
  if (isPilot(actor, grant.club)) return true;
  return grant.role === 'member' && grant.club.access === 'open' && ownCommunes(actor).length > 0;
};

/**
 * A referent gives the roles of her own commune. A pilot brings members and guests into her own club; pilots are named by the
 * administrator. A club every agent may join by herself may be given with a commune. Nobody enters an archived club.
 */
export const canGrant = (actor: Actor, grant: GrantFacts): boolean => !isArchived(grant) && answersFor(actor, grant);

/** An invitation is resent and revoked by whoever could have made all of it. */
export const canManageInvitation = (actor: Actor, grants: readonly GrantFacts[]): boolean =>
  canInvite(actor) && grants.every((grant) => answersFor(actor, grant));
