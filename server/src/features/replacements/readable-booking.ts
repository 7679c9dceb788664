import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canReadBoard, canSeePerson } from '@beffroi/shared/features/replacements/replacements.policy';
import { objectId } from '../../platform/object-id.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { type Reader, readerOf } from './reader.ts';

interface ReadBooking {
  booking: BookingRecord;
  reader: Reader;
}

/** A booking as those it concerns may read it. @throws AppError `not-found` */
export const readableBooking = async (actor: Actor, id: string): Promise<ReadBooking> => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
  const [booking, reader] = await Promise.all([BookingModel.findById(objectId(id)).lean<BookingRecord>(), readerOf(actor)]);
  const seen = booking && canSeePerson(actor, { commune: booking.host }, { personId: booking.substituteId, lender: booking.lender });
  if (!booking || !seen) throw new AppError('not-found');
  return { booking, reader };
};
