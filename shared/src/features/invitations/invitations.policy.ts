import { type Actor, type ClubRole, type CommuneRole, hasRole, hrCommunes } from '../../core/actor.ts';
import { type ClubFacts, isPilot } from '../clubs/clubs.policy.ts';

/** A right somebody may be invited with. */
export type GrantFacts =
  | { scope: 'commune'; slug: string; role: CommuneRole }
  | { scope: 'club'; club: ClubFacts; role: ClubRole }
  | { scope: 'territory'; role: 'substitute' };

export const isReferent = (actor: Actor, commune: string): boolean => hasRole(actor, commune, 'referent');

/** The communes whose people the actor answers for, administrators aside. */
export const ownCommunes = (actor: Actor): string[] => Object.keys(actor.communes).filter((slug) => isReferent(actor, slug));

/** The clubs the actor animates. */
export const ownClubs = (actor: Actor): string[] => Object.keys(actor.clubs).filter((id) => actor.clubs[id] === 'pilot');

/** Any commune's HR or referent, and the administrator, bring people from outside into the pool of replacements: it serves all communes. */
export const canInviteSubstitutes = (actor: Actor): boolean =>
  actor.administrator || hrCommunes(actor).length > 0 || ownCommunes(actor).length > 0;

/** Administrators, referents and pilots invite agents and members; nobody else does. */
export const canInvite = (actor: Actor): boolean => actor.administrator || ownCommunes(actor).length > 0 || ownClubs(actor).length > 0;

const isArchived = (grant: GrantFacts): boolean => grant.scope === 'club' && Boolean(grant.club.archived);

const answersFor = (actor: Actor, grant: GrantFacts): boolean => {
  if (actor.administrator) return true;
  if (grant.scope === 'territory') return canInviteSubstitutes(actor);
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

/** Somebody who has an account, as whoever invites her meets her. */
export interface InvitedFacts {
  /** Every commune she serves. */
  communes: readonly string[];
  /** Whether the actor's directory has her. */
  known: boolean;
}

const isOwn = (actor: Actor, { communes }: InvitedFacts): boolean =>
  communes.length > 0 && communes.every((slug) => isReferent(actor, slug));

/**
 * Who has an account is given a right without being asked by those alone who answer for her: the referent of her only commune, the
 * pilot who finds her in the directory, the administrator. Anyone else is asked first: a right brings in those who may suspend her.
 */
export const canGiveUnasked = (actor: Actor, person: InvitedFacts, grant: GrantFacts): boolean =>
  canGrant(actor, grant) &&
  (actor.administrator || isOwn(actor, person) || (grant.scope === 'club' && isPilot(actor, grant.club) && person.known));

/** An invitation is resent and revoked by whoever could have made all of it. */
export const canManageInvitation = (actor: Actor, grants: readonly GrantFacts[]): boolean =>
  (canInvite(actor) || canInviteSubstitutes(actor)) && grants.every((grant) => answersFor(actor, grant));
