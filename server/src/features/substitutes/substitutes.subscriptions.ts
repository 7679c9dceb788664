import type { Types } from 'mongoose';
import { subscribe } from '../../platform/events.ts';
import { objectId } from '../../platform/object-id.ts';
import { bookedMinutesByYear } from '../replacements/bookings.queries.ts';
import { followPerson } from './follow-people.ts';
import { SubstituteModel, type SubstituteRecord } from './substitute.model.ts';

/**
 * Her hours are counted again from the bookings themselves: told twice of one of them, she works it once; told of two at once, the
 * count that did not see both is made again.
 */
const countHoursOf = async (_id: Types.ObjectId): Promise<void> => {
  for (;;) {
    const before = await SubstituteModel.findById(_id, { hoursVersion: 1 }).lean<Pick<SubstituteRecord, 'hoursVersion'>>();
    if (!before) return;
    const { hoursVersion } = before;
    const minutesByYear = await bookedMinutesByYear(_id.toHexString());
    const { matchedCount } = await SubstituteModel.updateOne({ _id, hoursVersion }, { $set: { minutesByYear }, $inc: { hoursVersion: 1 } });
    if (matchedCount > 0) return;
  }
};

const countHours = async ({ substituteIds }: { substituteIds: string[] }): Promise<void> => {
  for (const id of new Set(substituteIds)) await countHoursOf(objectId(id));
};

/**
 * Those of one wave were asked in its order, a millisecond apart: next time the first of them comes first again. At one and the same
 * instant the lot would put some of them before the others twice in a row.
 */
const noteAsked = async ({ substituteIds, at }: { substituteIds: string[]; at: Date }): Promise<void> => {
  const asked = substituteIds.map((id, place) => ({ _id: objectId(id), lastAskedAt: new Date(at.getTime() + place) }));
  await SubstituteModel.bulkWrite(
    asked.map(({ _id, lastAskedAt }) => ({ updateOne: { filter: { _id }, update: { $max: { lastAskedAt } } } })),
    { ordered: false },
  );
};

/** What the pool does when something happens elsewhere. */
export const subscribeSubstitutes = (): void => {
  subscribe('accounts.profile.changed', followPerson);
  subscribe('accounts.communes.changed', followPerson);
  subscribe('accounts.rights.changed', followPerson);
  // Who enters, or comes back, brings the hours she was booked for before.
  subscribe('substitutes.substitute.changed', ({ personId }) => countHours({ substituteIds: [personId] }));
  subscribe('replacements.bookings.changed', countHours);
  subscribe('replacements.asked', noteAsked);
};
