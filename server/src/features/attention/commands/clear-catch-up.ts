import type { Actor } from '@beffroi/shared/core/actor';
import type { UnreadCounts } from '@beffroi/shared/features/attention/attention.contract';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { objectId } from '../../../platform/object-id.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { readAtInstant } from '../../forum/thread-reading.queries.ts';
import { unreadCounts } from '../catch-up.queries.ts';
import { MarkModel } from '../mark.model.ts';
import { type WaitingThread, waitingFor } from '../waiting-threads.queries.ts';
import { writeMarks } from '../write-marks.ts';

/** The last reply of each thread at that instant: those that moved since keep what came after. */
const numbersAt = async (waiting: WaitingThread[], instant: Date): Promise<Map<string, number>> => {
  const moved = waiting.filter(({ thread }) => thread.lastActivityAt > instant);
  const found = new Map(
    moved.length > 0
      ? await readAtInstant(
          moved.map(({ thread }) => thread._id),
          instant,
        )
      : [],
  );
  return new Map(waiting.map(({ id, thread }) => [id, found.get(id) ?? thread.lastNumber]));
};

/** Raises the floor of whole clubs, which clears what bears no mark, and moves on the marks that are there. */
const clear = async (actor: Actor, given: string, clubId?: string): Promise<UnreadCounts> => {
  const at = now();
  const until = new Date(Math.min(at.getTime(), new Date(given).getTime()));
  const { threads, followed } = await waitingFor(actor);
  const { personId } = actor;
  const among = threads.filter(({ thread }) => (!clubId || thread.clubId === clubId) && thread.createdAt <= until);
  const numbers = await numbersAt(
    among.filter(({ mark }) => mark),
    until,
  );
  const writes = [
    ...[...numbers].map(([id, number]) => ({
      updateOne: {
        filter: { personId, subjectId: objectId(id) },
        update: { $max: { read: number }, $pull: { own: { $lte: number } }, $set: { at } },
      },
    })),
    ...[...followed.keys()]
      .filter((id) => !clubId || id === clubId)
      .map((id) => ({ updateOne: { filter: { personId, subjectId: objectId(id) }, update: { $max: { floor: until } } } })),
  ];
  if (writes.length > 0) await writeMarks([personId], () => MarkModel.bulkWrite(writes, { ordered: false }));
  inBackground('tell a clearing', () => publish('attention.changed', { personId }));
  return unreadCounts(actor);
};

/** Everything that had happened by `until` in what the actor follows counts as read; what came later stays. */
export const clearCatchUp = (actor: Actor, { until }: { until: string }): Promise<UnreadCounts> => clear(actor, until);

/** The same, in one club. @throws AppError `not-found` */
export const readClub = async (actor: Actor, { slug, until }: { slug: string; until: string }): Promise<UnreadCounts> =>
  clear(actor, until, readableClub(actor, slug).id);
