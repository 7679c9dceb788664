import { type Actor, isAgent, isHr } from '../../core/actor.ts';

/** A substitute as a commune meets her. */
export interface PooledFacts {
  personId: string;
  /** The commune she serves; null for a person from outside. */
  employer: string | null;
  /** The commune that agreed or accepted her. */
  agreedBy: string | null;
}

/** Whoever serves a commune may lend a hand to another; so may those from outside who were let in as substitutes. */
export const canDeclare = (actor: Actor): boolean => Object.keys(actor.communes).length > 0 || actor.substitute === true;

/** That there is a pool is known to agents and substitutes; a club’s guest knows nothing of it. */
export const canKnowPool = (actor: Actor): boolean => isAgent(actor) || actor.substitute === true;

/** A commune’s part of the pool is read by its human resources; whoever administers the territory reads them all. */
export const canReadPool = (actor: Actor, commune: string): boolean => actor.administrator || isHr(actor, commune);

/**
 * The employer agrees for its own agents; any commune’s human resources accept a person from outside, unless another has. Nobody
 * agrees for herself: where one clerk does everything, her referent names somebody else for it.
 */
export const canAgree = (actor: Actor, commune: string, { personId, employer, agreedBy }: PooledFacts): boolean => {
  if (!isHr(actor, commune) || personId === actor.personId) return false;
  return employer === null ? agreedBy === null || agreedBy === commune : employer === commune;
};

/** What a commune granted is that commune’s to take back. */
export const canWithdraw = (actor: Actor, commune: string, substitute: PooledFacts): boolean =>
  substitute.agreedBy === commune && canAgree(actor, commune, substitute);

export const substituteAbilities = (actor: Actor, commune: string, substitute: PooledFacts) => ({
  'substitute.agree': canAgree(actor, commune, substitute),
  'substitute.withdraw': canWithdraw(actor, commune, substitute),
});
