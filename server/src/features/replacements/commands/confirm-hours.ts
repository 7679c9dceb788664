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

/**
 * Says what was worked, for one side. The hours are recorded once both say the same: one write says it and sees whether they do, so
 * that two sides that confirm at once are agreed.
 * @throws AppError `not-found`, `forbidden` (before it has begun, or once both have agreed)
 */
export const confirmHours = async (actor: Actor, { id, minutes }: { id: string; minutes: number }): Promise<Booking> => {
  const { booking, reader } = await readableBooking(actor, id);
  const facts = bookingFacts(booking, reader);
  const side = confirmingSide(actor, facts);
  if (!side || !canConfirm(actor, facts)) throw new AppError('forbidden');
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
  if (!confirmed) throw new AppError('forbidden');
  await settleHours(confirmed);
  return presentBooking(confirmed, reader);
};
