import { type Actor, isAgent, isHr } from '../../core/actor.ts';
import { type ApplicationState, STATE_CHANGES } from './applications.vocabulary.ts';

export interface ApplicationFacts {
  /** Null once erased. */
  applicantId: string | null;
  commune: string;
  state: ApplicationState;
}

/** Agents, and substitutes from outside; guests of a club know of no vacancy. */
export const mayApply = (actor: Actor): boolean => isAgent(actor) || actor.substitute === true;

/** While it is open, and never for one's own hands: who deals with the applications of a commune applies elsewhere. */
export const canApply = (actor: Actor, vacancy: { commune: string; open: boolean }): boolean =>
  mayApply(actor) && vacancy.open && !isHr(actor, vacancy.commune);

/** Those of a vacancy are its commune's HR's: neither the administrator's nor anybody else's. */
export const canReadApplications = (actor: Actor, { commune }: { commune: string }): boolean => isHr(actor, commune);

const sent = (actor: Actor, { applicantId }: ApplicationFacts): boolean => applicantId === actor.personId;
/** Who came into a commune's HR after applying there does not decide on herself. */
const deals = (actor: Actor, application: ApplicationFacts): boolean => isHr(actor, application.commune) && !sent(actor, application);

export const canReadApplication = (actor: Actor, application: ApplicationFacts): boolean =>
  sent(actor, application) || deals(actor, application);

export const canWithdraw = (actor: Actor, application: ApplicationFacts): boolean =>
  sent(actor, application) && ['received', 'interview', 'chosen'].includes(application.state);

export const canMoveTo = (actor: Actor, application: ApplicationFacts, to: ApplicationState): boolean =>
  deals(actor, application) && application.applicantId !== null && STATE_CHANGES[application.state].includes(to);

export const canSeeTrail = deals;

export const applicationAbilities = (actor: Actor, application: ApplicationFacts) => ({
  'application.withdraw': canWithdraw(actor, application),
  'application.plan': canMoveTo(actor, application, 'interview'),
  'application.choose': canMoveTo(actor, application, 'chosen'),
  'application.decline': canMoveTo(actor, application, 'declined'),
  'application.see-trail': canSeeTrail(actor, application),
});
