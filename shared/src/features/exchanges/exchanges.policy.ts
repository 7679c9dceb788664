import { type Actor, hrCommunes, isAgent } from '../../core/actor.ts';

/** Sums of the whole territory, which name nobody: for the agents of the HR club, every commune’s HR and the administrator. */
export const canReadOverview = (actor: Actor, hrClubId: string | null): boolean => {
  if (actor.administrator || hrCommunes(actor).length > 0) return true;
  return isAgent(actor) && hrClubId !== null && ['member', 'pilot'].includes(actor.clubs[hrClubId] ?? '');
};
