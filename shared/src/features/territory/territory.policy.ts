import type { Actor } from '../../core/actor.ts';

/** Whoever holds the server's one-time code, or its data, acts as administrator until there is a first one. */
export const canCreateTerritory = (actor: Actor): boolean => actor.administrator;
