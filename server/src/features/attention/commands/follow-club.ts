import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canFollowClub } from '@beffroi/shared/features/attention/attention.policy';
import type { FollowLevel } from '@beffroi/shared/features/attention/attention.vocabulary';
import { SHOWING_ALL } from '@beffroi/shared/features/attention/reading';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { objectId } from '../../../platform/object-id.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { MarkModel } from '../mark.model.ts';
import { writeMarks } from '../write-marks.ts';

/**
 * The actor chooses how she follows a club; what was said before all of it was shown to her is not new to her.
 * @throws AppError `not-found`, `forbidden`
 */
export const followClub = async (actor: Actor, { slug, level }: { slug: string; level: FollowLevel }) => {
  const club = readableClub(actor, slug);
  if (!canFollowClub(actor, club)) throw new AppError('forbidden');
  const at = now();
  const before = { $ifNull: ['$level', actor.clubs[club.id] ? 'essential' : null] };
  const update = {
    subject: 'club',
    clubId: club.id,
    at,
    level,
    floor: { $cond: [{ $in: [before, SHOWING_ALL] }, { $ifNull: ['$floor', at] }, at] },
  };
  // Through the driver: what mongoose would make of an expression is not what is meant.
  await writeMarks([actor.personId], () =>
    MarkModel.collection.updateOne({ personId: actor.personId, subjectId: objectId(club.id) }, [{ $set: update }], { upsert: true }),
  );
  inBackground('tell a follow', () => publish('attention.changed', { personId: actor.personId }));
  return { level };
};
