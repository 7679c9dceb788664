import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { type HalfDay, hasEnded, sameHalfDay } from '@beffroi/shared/core/half-days';
import { canCancelReplacement } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { alone } from '../../../platform/alone.ts';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { namesSlot } from '../derive-slots.ts';
import { needFor } from '../known-needs.queries.ts';
import { placeInTime } from '../need-slots.ts';
import { ReplacementModel, type ReplacementRecord, type SlotRecord } from '../replacement.model.ts';
import { newAct } from '../replacement-act.model.ts';
import { presentNeed } from '../replacements.presenter.ts';
import { settleReplacement } from '../settle-replacement.ts';

interface Cancellation {
  id: string;
  slots?: HalfDay[] | undefined;
  reason: string;
}

/** The half-days that are cancelled: those named, or all; what is over stays as it was. @throws AppError `invalid-input` */
const cancelledSlots = (present: readonly SlotRecord[], named: readonly HalfDay[] | undefined, clock: string): SlotRecord[] => {
  for (const [index, slot] of (named ?? []).entries()) {
    const known = present.find((one) => sameHalfDay(one, slot) && !one.cancelledAt && !hasEnded(one, clock));
    const message = 'Cette demi-journée n’est pas, ou plus, dans le besoin.';
    if (!known) throw new AppError('invalid-input', { errors: [{ path: `slots.${index}`, message }] });
  }
  return present.filter((slot) => !slot.cancelledAt && !hasEnded(slot, clock) && (!named || namesSlot(named, slot)));
};

/**
 * Cancels a need, or some of its half-days; those booked are told, and are free again. Nobody is booked meanwhile: it waits for its turn.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`
 */
export const cancelReplacement = (actor: Actor, { id, slots: named, reason }: Cancellation): Promise<Need> =>
  alone(`replacement:${id}`, async () => {
    const { known, reader } = await needFor(actor, id, canCancelReplacement);
    const { need } = known;
    const cancelled = cancelledSlots(need.slots, named, reader.clock);
    const at = now();
    const slots = need.slots.map((slot) => (cancelled.includes(slot) ? { ...slot, cancelledAt: at } : slot));
    const whole = slots.every(({ cancelledAt }) => cancelledAt !== null);
    const going = known.bookings.filter((booking) => namesSlot(cancelled, booking));
    const act = newAct({
      by: await personRef(actor.personId),
      action: whole ? 'cancelled' : 'slots-cancelled',
      slots: cancelled,
      note: reason,
      bookingIds: going.map(({ _id }) => _id.toHexString()),
    });
    const changed = await ReplacementModel.findOneAndUpdate(
      { _id: objectId(id) },
      {
        $set: { slots, ...placeInTime(slots), unsettled: new Date(), ...(whole && { cancelledAt: at }) },
        ...(whole && { $unset: { nextWaveAt: 1, planned: 1, riskAt: 1 } }),
        $inc: { version: 1 },
        $push: { pendingActs: act },
      },
      { returnDocument: 'after' },
    ).lean<ReplacementRecord>();
    if (!changed) throw new AppError('not-found');
    await settleReplacement(changed);
    return presentNeed({ ...known, need: changed, bookings: known.bookings.filter((one) => !going.includes(one)) }, reader, null);
  });
