import type { Actor } from '@beffroi/shared/core/actor';
import type { Visit } from '@beffroi/shared/features/attention/attention.contract';
import { UNREAD_SHOWN_MAX, VISIT_GAP_MS } from '@beffroi/shared/features/attention/attention.limits';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { countSince } from '../../forum/forum-counts.queries.ts';
import { MarkModel, type MarkRecord } from '../mark.model.ts';
import { clubFollowOf } from '../marks.queries.ts';
import { writeMarks } from '../write-marks.ts';

/**
 * Notes that the actor is in a club and says what others wrote there since her visit before. Pages read within half an hour of
 * each other, on any device, are one visit: what is new stays named until she has been away.
 * @throws AppError `not-found`
 */
export const visitClub = async (actor: Actor, slug: string): Promise<Visit> => {
  const club = readableClub(actor, slug);
  const at = now();
  const away = { $gt: [{ $subtract: [at, { $ifNull: ['$visitedAt', at] }] }, VISIT_GAP_MS] };
  const update = {
    subject: 'club',
    clubId: club.id,
    at,
    level: { $ifNull: ['$level', null] },
    // Kept at her arrival already, unless a crash came between.
    floor: { $ifNull: ['$floor', actor.clubs[club.id] ? at : null] },
    previousVisitAt: { $cond: [away, '$visitedAt', { $ifNull: ['$previousVisitAt', null] }] },
    visitedAt: { $max: [at, '$visitedAt'] },
  };
  const mark = await writeMarks(
    [actor.personId],
    () =>
      // Through the driver: what mongoose would make of an expression is not what is meant.
      MarkModel.collection.findOneAndUpdate({ personId: actor.personId, subjectId: objectId(club.id) }, [{ $set: update }], {
        upsert: true,
        returnDocument: 'after',
      }) as unknown as Promise<MarkRecord | null>,
  );
  const since = mark?.previousVisitAt ?? null;
  const { level } = clubFollowOf(actor, club.id, mark ?? undefined);
  const counts = since ? await countSince(actor, club.id, since, UNREAD_SHOWN_MAX + 1) : { threads: 0, replies: 0 };
  return { level, since: since?.toISOString() ?? null, ...counts };
};
