import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canDeleteThread, canRestoreThread } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { presentThread } from '../forum.presenter.ts';
import { type LoadedThread, readableThread } from '../forum.queries.ts';
import { changeMark, settleThread } from '../settle.ts';
import { ThreadModel, type ThreadRecord } from '../thread.model.ts';

const setDeletion = async (
  actor: Actor,
  { thread, club }: LoadedThread,
  deletion: Pick<ThreadRecord, 'deletedAt' | 'deletedBy'>,
): Promise<Thread> => {
  const changed = await ThreadModel.findOneAndUpdate(
    { _id: thread._id },
    { $set: { ...deletion, unsettled: changeMark(thread) } },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
  if (!changed) throw new AppError('not-found');
  return presentThread(actor, await settleThread(changed), club);
};

/** Takes a thread out of sight; nothing is erased. @throws AppError `not-found`, `forbidden` */
export const deleteThread = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  if (!canDeleteThread(actor, loaded.facts)) throw new AppError('forbidden');
  return setDeletion(actor, loaded, { deletedAt: now(), deletedBy: actor.personId });
};

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` (not deleted, or too long ago) */
export const restoreThread = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  if (!canRestoreThread(actor, loaded.facts)) throw new AppError('forbidden');
  return setDeletion(actor, loaded, { deletedAt: null, deletedBy: null });
};
