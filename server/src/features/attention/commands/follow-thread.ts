import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { ThreadFollow } from '@beffroi/shared/features/attention/attention.contract';
import { canFollowThread } from '@beffroi/shared/features/attention/attention.policy';
import type { ThreadLevel } from '@beffroi/shared/features/attention/attention.vocabulary';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { readableThread } from '../../forum/forum.queries.ts';
import { readingOfThread } from '../../forum/thread-reading.queries.ts';
import { MarkModel } from '../mark.model.ts';
import { writeMarks } from '../write-marks.ts';

/**
 * The actor chooses how she follows a thread, or, with null, that it be as its club; taking part changes it no more.
 * @throws AppError `not-found`, `forbidden` (deleted)
 */
export const followThread = async (actor: Actor, { id, level }: { id: string; level: ThreadLevel | null }): Promise<ThreadFollow> => {
  const { thread, facts } = await readableThread(actor, id);
  if (!canFollowThread(actor, facts)) throw new AppError('forbidden');
  const { clubLevel } = await readingOfThread(actor, thread);
  const at = now();
  await writeMarks([actor.personId], () =>
    MarkModel.updateOne(
      { personId: actor.personId, subjectId: thread._id },
      {
        $set: { level, reason: 'chosen', clubId: thread.clubId, at },
        // What came before she followed it is nothing new to her.
        $min: { floor: at },
        $setOnInsert: { subject: 'thread', read: null, own: [] },
      },
      { upsert: true },
    ).exec(),
  );
  inBackground('tell a follow', () => publish('attention.changed', { personId: actor.personId }));
  return { threadId: id, level, clubLevel };
};
