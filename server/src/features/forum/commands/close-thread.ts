import type { Actor } from '@beffroi/shared/core/actor';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canModerateThread } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { asItStands, changeThread, threadIn } from '../change-thread.ts';
import { actOnThread } from '../moderation-acts.ts';

/** Ends a thread's replies, with a reason its readers are shown. @throws AppError `not-found`, `forbidden` */
export const closeThread = async (actor: Actor, { id, reason }: { id: string; reason?: string | null | undefined }): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  const by = await personRef(actor.personId);
  const closure = { at: now(), by, reason: reason || null };
  const acts = [actOnThread(loaded.thread, { by, action: 'close', reason: closure.reason })];
  return (await changeThread(actor, loaded, { when: { closure: null }, set: { closure }, acts })) ?? asItStands(actor, id);
};

/** Lets it be replied to again. @throws AppError `not-found`, `forbidden` */
export const reopenThread = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  const acts = [actOnThread(loaded.thread, { by: await personRef(actor.personId), action: 'reopen' })];
  return (await changeThread(actor, loaded, { when: { closure: { $ne: null } }, set: { closure: null }, acts })) ?? asItStands(actor, id);
};
