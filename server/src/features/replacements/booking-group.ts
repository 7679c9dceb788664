import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { groupBy } from '../../platform/group-by.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { newAct, type PendingAct } from './replacement-act.model.ts';

/**
 * Half-days booked together are all booked or none, without a transaction: they are inserted in the order of (date, half), each under
 * the two unique indexes; the need is marked once the last is in. A group that lacks one when nobody is at it any more is undone.
 */

/** Inserts a group; false, and nothing is left of it, when somebody was quicker. */
export const insertGroup = async (bookings: readonly BookingRecord[]): Promise<boolean> => {
  const groupId = bookings[0]?.group.id ?? '';
  try {
    await BookingModel.insertMany(bookings, { ordered: true });
    // Stalled so long that its turn ran out, some of it may have been undone by who came next.
    const whole = (await BookingModel.countDocuments({ 'group.id': groupId })) === bookings.length;
    if (!whole) await undoGroup(groupId);
    return whole;
  } catch (error) {
    await undoGroup(groupId);
    if (isDuplicate(error)) return false;
    throw error;
  }
};

export const undoGroup = async (groupId: string): Promise<void> => {
  await BookingModel.deleteMany({ 'group.id': groupId, unsettled: { $exists: true } });
};

/** Takes the marks off a group that stands, since the need says so. Twice does no harm. */
export const settleGroup = async (groupId: string): Promise<void> => {
  await BookingModel.updateMany({ 'group.id': groupId, unsettled: { $exists: true } }, { $unset: { unsettled: 1 } });
};

const bookedAct = (bookings: readonly BookingRecord[], by: PersonRef): PendingAct => {
  const [first] = bookings as [BookingRecord];
  return newAct({ _id: first.group.id, at: first.bookedAt, by, action: 'booked', slots: [...bookings], person: first.substitute });
};

/**
 * Marks the need with what follows from a group that is in, then takes the group's own marks off. Done again, it changes nothing.
 * @returns the need; null when it was cancelled meanwhile
 */
export const commitGroup = async (bookings: readonly BookingRecord[]): Promise<ReplacementRecord | null> => {
  const [{ replacementId, group, bookedBy }] = bookings as [BookingRecord];
  const act = bookedAct(bookings, bookedBy);
  const need = await ReplacementModel.findOneAndUpdate(
    { _id: replacementId, cancelledAt: null },
    { $inc: { version: 1 }, $set: { unsettled: new Date() }, $push: { pendingActs: act } },
    { returnDocument: 'after' },
  ).lean<ReplacementRecord>();
  if (need) await settleGroup(group.id);
  return need;
};

/**
 * Ends what a killed process began for a need: a group that is whole is committed, another is undone. To be called in the need's turn,
 * when nobody can be in the middle of one.
 * @returns the bookings that stand, and the need if it changed
 */
export const endGroups = async (
  bookings: readonly BookingRecord[],
): Promise<{ bookings: BookingRecord[]; changed: ReplacementRecord | null }> => {
  const begun = groupBy(bookings, ({ group }) => group.id);
  const gone = new Set<string>();
  let changed: ReplacementRecord | null = null;
  for (const [id, group] of begun) {
    if (!group.some(({ unsettled }) => unsettled)) continue;
    // One whose mark is off says that it was committed.
    const whole = group.length === group[0]?.group.size || group.some(({ unsettled }) => !unsettled);
    const need = whole ? await commitGroup(group) : null;
    changed = need ?? changed;
    if (need) continue;
    await undoGroup(id);
    gone.add(id);
  }
  return { bookings: bookings.filter(({ group }) => !gone.has(group.id)), changed };
};
