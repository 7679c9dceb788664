import type { Actor } from '../../core/actor.ts';

/** Accounts are opened by those who answer for the territory. */
export const canManagePeople = (actor: Actor): boolean => actor.administrator;
