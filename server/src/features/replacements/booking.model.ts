import type { Half } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { model, Schema, type Types } from 'mongoose';

export interface ConfirmationRecord {
  at: Date;
  byId: string;
  minutes: number;
}

/** The half-days asked for together: all of them are booked, or none. */
export interface BookingGroup {
  id: string;
  size: number;
}

/** One half-day one substitute is booked for. It is the booking: no other document says it. */
export interface BookingRecord {
  _id: Types.ObjectId;
  replacementId: string;
  substituteId: string;
  date: string;
  half: Half;
  /** Which of the slot's places, from 0. */
  seat: number;
  start: string;
  end: string;
  startsAt: Date;
  endsAt: Date;
  /** The commune she comes to, and the one that lends her; null for people from outside. */
  host: string;
  lender: string | null;
  metier: string;
  place: string;
  substitute: PersonRef;
  /** As planned; as both sides said, once they said the same. */
  minutes: number;
  agreed: boolean;
  byHost: ConfirmationRecord | null;
  bySubstitute: ConfirmationRecord | null;
  bookedAt: Date;
  bookedBy: PersonRef;
  group: BookingGroup;
  /** Set while the half-days booked together are not all in; see `booking-group.ts`. */
  unsettled?: Date;
  /** Set until what a side said of the hours is in the trail and was told; see `settle-hours.ts`. */
  untold?: Date;
}

const { Mixed } = Schema.Types;
const confirmation = new Schema<ConfirmationRecord>({ at: Date, byId: String, minutes: Number }, { _id: false });
const booking = new Schema<BookingRecord>(
  {
    replacementId: { type: String, required: true },
    substituteId: { type: String, required: true },
    date: { type: String, required: true },
    half: { type: String, enum: ['am', 'pm'], required: true },
    seat: { type: Number, required: true },
    start: { type: String, required: true },
    end: { type: String, required: true },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    host: { type: String, required: true },
    lender: { type: String, default: null },
    metier: { type: String, required: true },
    place: { type: String, required: true },
    substitute: { type: Mixed, required: true },
    minutes: { type: Number, required: true },
    agreed: { type: Boolean, default: false },
    byHost: { type: confirmation, default: null },
    bySubstitute: { type: confirmation, default: null },
    bookedAt: { type: Date, required: true },
    bookedBy: { type: Mixed, required: true },
    group: { type: new Schema<BookingGroup>({ id: String, size: Number }, { _id: false }), required: true },
    unsettled: Date,
    untold: Date,
  },
  { versionKey: false },
);
// One substitute, one half-day, one commune, whatever happens at once. Also her bookings between two dates.
booking.index({ substituteId: 1, date: 1, half: 1 }, { unique: true });
// One substitute a seat. Also the bookings of a need.
booking.index({ replacementId: 1, date: 1, half: 1, seat: 1 }, { unique: true });
// What is to be confirmed, and hours received and lent, by month.
booking.index({ host: 1, date: 1 });
booking.index({ lender: 1, date: 1 });
// The latest booked, for how long needs wait.
booking.index({ bookedAt: -1 });
booking.index({ 'group.id': 1 });
booking.index({ untold: 1 }, { partialFilterExpression: { untold: { $exists: true } } });
booking.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });

export const BookingModel = model<BookingRecord>('Booking', booking);
