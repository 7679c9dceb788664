import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canMeToo } from '@beffroi/shared/features/forum/forum.policy';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { presentThread } from '../forum.presenter.ts';
import { readableThread } from '../forum.queries.ts';
import { ThreadModel, type ThreadRecord } from '../thread.model.ts';

/**
 * « Moi aussi »: says, or takes back, that one asks the same. Said twice, it counts once.
 * @throws AppError `not-found`, `forbidden` (one’s own question, not a question)
 */
export const setMeToo = async (actor: Actor, id: string, asks: boolean): Promise<Thread> => {
  const { thread, club, facts } = await readableThread(actor, id);
  if (!canMeToo(actor, facts)) throw new AppError('forbidden');
  const { personId } = actor;
  const commune = Object.keys(actor.communes)[0] ?? null;
  const changed = await ThreadModel.findOneAndUpdate(
    { _id: thread._id, 'meToo.personId': asks ? { $ne: personId } : personId },
    asks
      ? { $push: { meToo: { personId, commune } }, $inc: { meTooCount: 1 } }
      : { $pull: { meToo: { personId } }, $inc: { meTooCount: -1 } },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
  if (!changed) return presentThread(actor, (await readableThread(actor, id)).thread, club);
  inBackground('tell a vote', async () => {
    await publish('forum.thread.me-too', { threadId: id, clubId: club.id, personId, asks });
    await publish('forum.thread.touched', { threadId: id, clubId: club.id, version: changed.version });
  });
  return presentThread(actor, changed, club);
};
