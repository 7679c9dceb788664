import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canModerateThread } from '@beffroi/shared/features/forum/forum.policy';
import { PINNED_MAX } from '@beffroi/shared/features/forum/forum-moderation.contract';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { asItStands, changeThread, threadIn } from '../change-thread.ts';
import { actOnThread } from '../moderation-acts.ts';

const FULL = `Ce club a déjà ${PINNED_MAX} sujets épinglés\u00a0: retirez-en un pour épingler celui-ci.`;

/**
 * Pins a thread on top of its club, in the first free place: the unique index gives each to one thread.
 * @throws AppError `not-found`, `forbidden`, `conflict` (no place is free)
 */
export const pinThread = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  if (loaded.thread.pinSlot !== undefined) return asItStands(actor, id);
  const acts = [actOnThread(loaded.thread, { by: await personRef(actor.personId), action: 'pin' })];
  const when = { pinSlot: { $exists: false }, clubId: loaded.club.id, deletedAt: null };
  for (let pinSlot = 1; pinSlot <= PINNED_MAX; pinSlot++) {
    try {
      return (await changeThread(actor, loaded, { when, set: { pinSlot }, acts })) ?? (await asItStands(actor, id));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new AppError('conflict', { detail: FULL });
};

/** Takes a thread from the top of its club; its place is free. @throws AppError `not-found`, `forbidden` */
export const unpinThread = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  const acts = [actOnThread(loaded.thread, { by: await personRef(actor.personId), action: 'unpin' })];
  return (await changeThread(actor, loaded, { when: { pinSlot: { $exists: true } }, unset: ['pinSlot'], acts })) ?? asItStands(actor, id);
};
