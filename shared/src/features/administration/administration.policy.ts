import type { Actor } from '../../core/actor.ts';

/** What the whole territory needs is for whoever administers it. */
export const canAdminister = (actor: Actor): boolean => actor.administrator;

/** A club where nothing was written for this long may have come to its end. */
export const QUIET_DAYS = 60;
