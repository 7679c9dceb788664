import type { Actor, CommuneRole } from '../../core/actor.ts';
import { isReferent } from '../invitations/invitations.policy.ts';

/** A person as one commune's referent meets her. */
export interface AgentFacts {
  personId: string;
  administrator: boolean;
  /** Every commune she serves. */
  communes: readonly string[];
  /** What she is in the commune looked at. */
  roles: readonly CommuneRole[];
  suspended: boolean;
}

/** A commune's people are its referents' to invite and look after, and the administrator's. */
export const canManageAgents = (actor: Actor, commune: string): boolean => actor.administrator || isReferent(actor, commune);

const isSelf = (actor: Actor, agent: AgentFacts): boolean => actor.personId === agent.personId;

/** Referents and administrators are the administrator's to change: no referent turns on another. Nobody locks herself out. */
const mayTouch = (actor: Actor, commune: string, agent: AgentFacts): boolean => {
  if (isSelf(actor, agent)) return false;
  if (actor.administrator) return true;
  return isReferent(actor, commune) && !agent.administrator && !agent.roles.includes('referent');
};

/** A suspension shuts the whole account: a referent suspends those only who serve no commune but hers. */
export const canSuspend = (actor: Actor, commune: string, agent: AgentFacts): boolean =>
  !agent.suspended && mayTouch(actor, commune, agent) && (actor.administrator || agent.communes.every((slug) => isReferent(actor, slug)));

export const canReactivate = (actor: Actor, commune: string, agent: AgentFacts): boolean =>
  agent.suspended && canSuspend(actor, commune, { ...agent, suspended: false });

/** Who moves leaves her commune by its referent's hand and enters the other by the other's; the administrator does both. */
export const canRemove = mayTouch;

/** A referent says who acts for the commune in staff matters; referents are named by invitation or by the administrator. */
export const canChangeRoles = (actor: Actor, commune: string, agent: AgentFacts, roles: readonly CommuneRole[]): boolean => {
  if (!canManageAgents(actor, commune)) return false;
  const referentChanges = roles.includes('referent') !== agent.roles.includes('referent');
  return referentChanges ? actor.administrator && !isSelf(actor, agent) : mayTouch(actor, commune, agent) || isSelf(actor, agent);
};

export const agentAbilities = (actor: Actor, commune: string, agent: AgentFacts) => ({
  'agent.suspend': canSuspend(actor, commune, agent),
  'agent.reactivate': canReactivate(actor, commune, agent),
  'agent.remove': canRemove(actor, commune, agent),
  'agent.change-roles': canChangeRoles(actor, commune, agent, agent.roles),
});
