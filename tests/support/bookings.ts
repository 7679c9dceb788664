import { type Half, minutesOf, slotEnd, slotStart, USUAL_HOURS } from '@beffroi/shared/core/half-days';
import { Types } from 'mongoose';
import { personRef } from '../../server/src/features/accounts/accounts.queries.ts';
import { BookingModel, type BookingRecord } from '../../server/src/features/replacements/booking.model.ts';
import type { TestPerson } from './world.ts';

interface PastBooking {
  host: string;
  lender: string | null;
  date: string;
  half: Half;
  /** Who has said how long it was: both and alike unless told. */
  byHost?: number | null;
  bySubstitute?: number | null;
  replacementId?: string;
  place?: string;
}

/** A half-day somebody came for, as it stands once it is over. */
export const buildPastBooking = async (substitute: TestPerson, booking: PastBooking): Promise<BookingRecord> => {
  const { host, lender, date, half, place = 'École Jules-Ferry' } = booking;
  const hours = USUAL_HOURS[half];
  const planned = minutesOf(hours);
  const { byHost = planned, bySubstitute = planned } = booking;
  const said = (minutes: number | null) => (minutes === null ? null : { at: new Date(), byId: substitute.id, minutes });
  const agreed = byHost !== null && byHost === bySubstitute;
  const who = await personRef(substitute.id);
  const created = await BookingModel.create({
    replacementId: booking.replacementId ?? new Types.ObjectId().toHexString(),
    substituteId: substitute.id,
    substitute: who,
    date,
    half,
    seat: 0,
    ...hours,
    startsAt: slotStart({ date, ...hours }),
    endsAt: slotEnd({ date, ...hours }),
    host,
    lender,
    metier: 'atsem',
    place,
    minutes: agreed ? byHost : planned,
    agreed,
    byHost: said(byHost),
    bySubstitute: said(bySubstitute),
    bookedAt: slotStart({ date, ...hours }),
    bookedBy: who,
    group: { id: new Types.ObjectId().toHexString(), size: 1 },
  });
  return created.toObject() as BookingRecord;
};
