import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canCancelBooking } from '@beffroi/shared/features/replacements/replacements.policy';
import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { knowNeeds } from '../known-needs.queries.ts';
import { riskOf } from '../need-slots.ts';
import { readableBooking } from '../readable-booking.ts';
import { ReplacementModel, type ReplacementRecord } from '../replacement.model.ts';
import { newAct } from '../replacement-act.model.ts';
import { bookingFacts, presentItem } from '../replacements.presenter.ts';
import { settleReplacement } from '../settle-replacement.ts';
import { waveSettings } from '../wave-settings.queries.ts';

/**
 * Cancels a booking: an act is kept, the other side is told, the half-day is offered again: its next wave leaves at once, also to
 * those who were told of the need before.
 * @throws AppError `not-found`, `forbidden`
 */
export const cancelBooking = async (
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Pick<NeedItem, 'id' | 'version' | 'state' | 'slots'>> => {
  const { booking, reader } = await readableBooking(actor, id);
  if (!canCancelBooking(actor, bookingFacts(booking, reader))) throw new AppError('forbidden');
  const act = newAct({
    // Cancelled twice at the same instant, it is one act.
    _id: `cancelled:${id}`,
    by: await personRef(actor.personId),
    action: 'booking-cancelled',
    slots: [booking],
    person: booking.substitute,
    note: reason,
    bookingIds: [id],
  });
  const { riskHours } = await waveSettings();
  // The booking goes with what follows from this mark: until then it stands, whole.
  const marked = await ReplacementModel.findOneAndUpdate(
    { _id: booking.replacementId, 'pendingActs._id': { $ne: act._id } },
    {
      $inc: { version: 1, round: 1 },
      $addToSet: { spared: booking.substituteId },
      $set: { unsettled: new Date(), nextWaveAt: now() },
      $min: { riskAt: riskOf([booking], riskHours) },
      $unset: { exhausted: 1 },
      $push: { pendingActs: act },
    },
    { returnDocument: 'after' },
  ).lean<ReplacementRecord>();
  // Marked by who cancelled it at the same instant: people are told again once.
  const need = marked ?? (await ReplacementModel.findById(booking.replacementId).lean<ReplacementRecord>());
  if (!need) throw new AppError('not-found');
  await settleReplacement(need);
  const [known] = await knowNeeds([need]);
  if (!known) throw new AppError('not-found');
  const { version, state, slots } = presentItem(known, reader);
  return { id: booking.replacementId, version, state, slots };
};
