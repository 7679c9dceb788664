import type { FollowReason } from '@beffroi/shared/features/attention/attention.vocabulary';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { MarkModel } from '../mark.model.ts';
import { writeMarks } from '../write-marks.ts';

interface Part {
  personId: string;
  threadId: string;
  clubId: string;
  reason: Exclude<FollowReason, 'chosen'>;
  /** The number of her reply; 0 for the text itself. */
  number?: number;
}

/** Far more than one writes without looking; those before were read long ago. */
const OWN_KEPT = 200;

const noReasonYet = { $in: [{ $ifNull: ['$reason', null] }, [null]] };
const own = { $ifNull: ['$own', []] };
const read = { $ifNull: ['$read', null] };

/** Her reply right after the last one she saw moves her on; one further leaves those between unread, and is kept as hers. */
const readWith = (number: number | undefined) =>
  number === 0 ? { $max: [{ $ifNull: ['$read', 0] }, 0] } : number ? { $cond: [{ $eq: [read, number - 1] }, number, read] } : read;

const ownWith = (number: number | undefined) =>
  number
    ? {
        $cond: [
          { $gte: [{ $ifNull: ['$read', -1] }, number - 1] },
          { $filter: { input: own, cond: { $gt: ['$$this', number] } } },
          { $slice: [{ $setUnion: [own, [number]] }, -OWN_KEPT] },
        ],
      }
    : own;

/**
 * Who takes part in a thread follows all of it from then on, unless she chose otherwise; what she wrote is nothing new to her.
 * One atomic write, the same however often it is done.
 */
export const takePart = async ({ personId, threadId, clubId, reason, number }: Part): Promise<void> => {
  const at = now();
  const update = {
    subject: 'thread',
    clubId,
    at,
    level: { $cond: [noReasonYet, 'all', { $ifNull: ['$level', null] }] },
    reason: { $ifNull: ['$reason', reason] },
    floor: { $ifNull: ['$floor', at] },
    read: readWith(number),
    own: ownWith(number),
  };
  // Through the driver: what mongoose would make of an expression is not what is meant.
  await writeMarks([personId], () =>
    MarkModel.collection.updateOne({ personId, subjectId: objectId(threadId) }, [{ $set: update }], { upsert: true }),
  );
};

/** « Moi aussi » taken back: a thread followed for that alone is followed as its club again. */
export const takeBackMeToo = async ({ personId, threadId }: Pick<Part, 'personId' | 'threadId'>): Promise<void> => {
  const vote = { personId, subjectId: objectId(threadId), reason: 'me-too' } as const;
  await writeMarks([personId], () => MarkModel.updateOne(vote, { $set: { level: null, reason: null } }).exec());
};
