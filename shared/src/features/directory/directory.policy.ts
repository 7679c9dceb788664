import { type Actor, hasRole, isAgent } from '../../core/actor.ts';

/** Agents see everyone; a guest sees the people of the clubs he was given, and only there. */
export const canReadDirectory = (actor: Actor): boolean => isAgent(actor);

/** What of the directory the actor may see; null for all of it. */
export const directoryScope = (actor: Actor): { clubIds: string[] } | null =>
  canReadDirectory(actor) ? null : { clubIds: Object.keys(actor.clubs) };

export const canManageCommunes = (actor: Actor): boolean => actor.administrator;

/** Where a commune is reckoned from is for its referents, and for the administrator. */
export const canSetCentre = (actor: Actor, commune: string): boolean => actor.administrator || hasRole(actor, commune, 'referent');
