import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canConfirm, confirmingSide } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Booking } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { ConfirmingSide } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { now } from '../../../platform/clock.ts';
import { BookingModel, type BookingRecord } from '../booking.model.ts';
import { readableBooking } from '../readable-booking.ts';
import { bookingFacts, presentBooking } from '../replacements.presenter.ts';
import { settleHours } from '../settle-hours.ts';

const FIELD: Record<ConfirmingSide, 'byHost' | 'bySubstitute'> = { commune: 'byHost', substitute: 'bySubstitute' };

const saidAlready = (booking: BookingRecord, side: ConfirmingSide, minutes: number): boolean =>
  booking.agreed && booking[FIELD[side]]?.minutes === minutes;

/**
 * Says what was worked, for one side. The hours are recorded once both say the same: one write says it and sees whether they do, so
 * that two sides that confirm at once are agreed. Said again once they are, by a hand or a network that tried twice, it is said once.
 * @throws AppError `not-found`, `forbidden` (before it has begun, or once both have agreed)
 */
export const confirmHours = async (actor: Actor, { id, minutes }: { id: string; minutes: number }): Promise<Booking> => {
  const { booking, reader } = await readableBooking(actor, id);
  const facts = bookingFacts(booking, reader);
  const side = confirmingSide(actor, facts);
  if (!side) throw new AppError('forbidden');
  if (saidAlready(booking, side, minutes)) return presentBooking(booking, reader);
  if (!canConfirm(actor, facts)) throw new AppError('forbidden');
  const said = { at: now(), byId: actor.personId, minutes };
  const agree = { $and: [{ $ne: ['$byHost', null] }, { $eq: ['$byHost.minutes', '$bySubstitute.minutes'] }] };
  const confirmed = await BookingModel.findOneAndUpdate(
    { _id: booking._id, agreed: false },
    [
      { $set: { [FIELD[side]]: said, untold: now() } },
      { $set: { agreed: agree } },
      { $set: { minutes: { $cond: ['$agreed', '$byHost.minutes', '$minutes'] } } },
    ],
    { returnDocument: 'after', updatePipeline: true },
  ).lean<BookingRecord>();
  if (!confirmed) return confirmHours(actor, { id, minutes });
  await settleHours(confirmed);
  return presentBooking(confirmed, reader);
};
