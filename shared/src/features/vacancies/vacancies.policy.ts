import { type Actor, hasRole, hrCommunes, isAgent, isHr } from '../../core/actor.ts';
import { canApply } from '../applications/applications.policy.ts';
import type { VacancyState } from './vacancies.vocabulary.ts';

export interface VacancyFacts {
  commune: string;
  state: VacancyState;
  /** Its deadline has passed, whether or not it has been archived yet. */
  expired: boolean;
}

/** Lists of vacancies are for those who serve a commune. */
export const canListVacancies = isAgent;

/**
 * A draft is its commune’s HR alone; all the rest is read by every agent, closed or not: a link sent on stays good. Substitutes from
 * outside read what they may apply for, while it is open; guests of a club see none.
 */
export const canReadVacancy = (actor: Actor, facts: VacancyFacts): boolean =>
  facts.state === 'draft' ? isHr(actor, facts.commune) : isAgent(actor) || (actor.substitute === true && isOpen(facts));

/** The communes the actor publishes for: HR acts for hers only, the territory’s administrator for none. */
export const vacancyCommunes = hrCommunes;
export const canManageVacancies = isHr;

export const isOpen = ({ state, expired }: VacancyFacts): boolean => state === 'published' && !expired;

export const canEditVacancy = (actor: Actor, { commune, state }: VacancyFacts): boolean =>
  isHr(actor, commune) && (state === 'draft' || state === 'published');

/** Published for the first time, or again: what was filled, withdrawn or archived by mistake is put back. */
export const canPublishVacancy = (actor: Actor, facts: VacancyFacts): boolean => isHr(actor, facts.commune) && !isOpen(facts);

export const canCloseVacancy = (actor: Actor, { commune, state }: VacancyFacts): boolean =>
  isHr(actor, commune) && (state === 'published' || state === 'archived');

/** « Still open » takes a new deadline; also just after the old one, while it is archived. */
export const canExtendVacancy = canCloseVacancy;

/** What nobody has seen may be thrown away; what was published is kept. */
export const canRemoveVacancy = (actor: Actor, { commune, state }: VacancyFacts): boolean => isHr(actor, commune) && state === 'draft';

/** What was done about it: its commune’s HR, and the administrator. */
export const canReadTrail = (actor: Actor, facts: VacancyFacts): boolean =>
  canReadVacancy(actor, facts) && (isHr(actor, facts.commune) || actor.administrator);

/** Whether a commune shows its offers to the public is for its HR and its referents. */
export const canChangeVacancySettings = (actor: Actor, commune: string): boolean =>
  isHr(actor, commune) || hasRole(actor, commune, 'referent');

/** What was changed of these settings: those who change them, and the administrator. */
export const canReadVacancySettingsTrail = (actor: Actor, commune: string): boolean =>
  actor.administrator || canChangeVacancySettings(actor, commune);

export const vacancyAbilities = (actor: Actor, facts: VacancyFacts) => ({
  'vacancy.edit': canEditVacancy(actor, facts),
  'vacancy.publish': canPublishVacancy(actor, facts),
  'vacancy.close': canCloseVacancy(actor, facts),
  'vacancy.extend': canExtendVacancy(actor, facts),
  'vacancy.remove': canRemoveVacancy(actor, facts),
  'vacancy.duplicate': isHr(actor, facts.commune),
  'vacancy.see-trail': canReadTrail(actor, facts),
  'vacancy.apply': canApply(actor, { commune: facts.commune, open: isOpen(facts) }),
});
