import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import type { QueryFilter } from 'mongoose';
import type { ModerationAct } from '../../platform/audit-trail.ts';
import { presentThread } from './forum.presenter.ts';
import { type LoadedThread, readableThread } from './forum.queries.ts';
import { changeMark, settleThread } from './settle.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

interface Change {
  /** What must still be so when it is written. */
  when?: QueryFilter<ThreadRecord>;
  set?: Partial<ThreadRecord>;
  unset?: (keyof ThreadRecord)[];
  acts?: ModerationAct[];
}

/**
 * Writes a change of a thread with its moderations and its mark, in one update, and carries out what follows.
 * @returns the thread as it then is; null when `when` did not hold
 */
export const changeThread = async (
  actor: Actor,
  { thread, club }: Pick<LoadedThread, 'thread' | 'club'>,
  { when, set, unset = [], acts = [] }: Change,
): Promise<Thread | null> => {
  const changed = await ThreadModel.findOneAndUpdate(
    { _id: thread._id, ...when },
    {
      $set: { ...set, unsettled: changeMark(thread) },
      ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
      ...(acts.length > 0 && { $push: { acts: { $each: acts } } }),
    },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
  return changed && presentThread(actor, await settleThread(changed), club);
};

/** The thread as it stands, for one who asked for what is so already. @throws AppError `not-found` */
export const asItStands = async (actor: Actor, id: string): Promise<Thread> => {
  const { thread, club } = await readableThread(actor, id);
  return presentThread(actor, thread, club);
};

/** The thread, for one who animates its club. @throws AppError `not-found`, `forbidden` */
export const threadIn = async (
  actor: Actor,
  id: string,
  may: (actor: Actor, facts: LoadedThread['facts']) => boolean,
): Promise<LoadedThread> => {
  const loaded = await readableThread(actor, id);
  if (!may(actor, loaded.facts)) throw new AppError('forbidden');
  return loaded;
};
