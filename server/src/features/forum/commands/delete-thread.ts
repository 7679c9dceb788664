import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canDeleteThread, canRestoreThread } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeThread, threadIn } from '../change-thread.ts';
import { type LoadedThread, readableThread } from '../forum.queries.ts';
import { actOnThread } from '../moderation-acts.ts';

/** What is done to a text of somebody else stands in the audit trail; what one does to one's own is one's own business. */
const actsOn = async (actor: Actor, { thread }: LoadedThread, action: 'remove' | 'restore', reason?: string) =>
  thread.author.id === actor.personId ? [] : [actOnThread(thread, { by: await personRef(actor.personId), action, reason })];

/** Takes a thread out of sight; nothing is erased, and its pinned place is free. @throws AppError `not-found` */
export const takeOutThread = async (actor: Actor, loaded: LoadedThread, reason?: string): Promise<Thread> => {
  const acts = await actsOn(actor, loaded, 'remove', reason);
  const [by] = acts.map((act) => act.by);
  const removal = by && reason ? { by, reason } : null;
  const set = { deletedAt: now(), deletedBy: actor.personId, removal };
  const changed = await changeThread(actor, loaded, { when: { deletedAt: null }, set, unset: ['pinSlot'], acts });
  if (!changed) throw new AppError('not-found');
  return changed;
};

/** Takes a thread out of sight; nothing is erased. @throws AppError `not-found`, `forbidden` */
export const deleteThread = async (actor: Actor, id: string): Promise<Thread> =>
  takeOutThread(actor, await threadIn(actor, id, canDeleteThread));

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` (not deleted, or too long ago) */
export const restoreThread = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  if (!canRestoreThread(actor, loaded.facts)) throw new AppError('forbidden');
  const acts = await actsOn(actor, loaded, 'restore');
  const changed = await changeThread(actor, loaded, { set: { deletedAt: null, deletedBy: null, removal: null }, acts });
  if (!changed) throw new AppError('not-found');
  return changed;
};
