import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canFollowThread } from '@beffroi/shared/features/attention/attention.policy';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { readableThread } from '../../forum/forum.queries.ts';
import { readingOfThread } from '../../forum/thread-reading.queries.ts';
import { MarkModel, type MarkRecord } from '../mark.model.ts';
import { writeMarks } from '../write-marks.ts';

/**
 * Says that the actor has seen a thread up to this reply. What was seen only ever grows: two devices, or the same request sent
 * twice, in any order, come to the same.
 * @throws AppError `not-found`, `forbidden` (deleted)
 */
export const setRead = async (actor: Actor, { id, number }: { id: string; number: number }) => {
  const { thread, facts } = await readableThread(actor, id);
  if (!canFollowThread(actor, facts)) throw new AppError('forbidden');
  // What her arrival in the club let her skip stays skipped, and nobody has seen what is not there yet.
  const seen = Math.max(Math.min(number, thread.lastNumber), (await readingOfThread(actor, thread)).read);
  const before = await writeMarks([actor.personId], () =>
    MarkModel.findOneAndUpdate(
      { personId: actor.personId, subjectId: thread._id },
      {
        $max: { read: seen },
        $pull: { own: { $lte: seen } },
        $set: { clubId: thread.clubId, at: now() },
        $setOnInsert: { subject: 'thread', level: null, reason: null },
      },
      { upsert: true, returnDocument: 'before', projection: { read: 1 } },
    ).lean<Pick<MarkRecord, 'read'> | null>(),
  );
  const read = Math.max(seen, before?.read ?? 0);
  if ((before?.read ?? -1) < seen)
    inBackground('tell what was read', () => publish('attention.thread.read', { personId: actor.personId, threadId: id, read }));
  return { threadId: id, read };
};
