import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { type HalfDay, hasEnded, minutesOf, sameHalfDay, slotEnd, slotStart } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { canBook } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Booking } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Types } from 'mongoose';
import { alone } from '../../../platform/alone.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import type { BookingRecord } from '../booking.model.ts';
import { commitGroup, endGroups, insertGroup, undoGroup } from '../booking-group.ts';
import { namesSlot } from '../derive-slots.ts';
import { needFor, type ReadNeed } from '../known-needs.queries.ts';
import type { OfferRecord } from '../offer.model.ts';
import { refusal } from '../refusal.ts';
import { refusedSlots } from '../refused-slots.ts';
import type { SlotRecord } from '../replacement.model.ts';
import { presentBooking } from '../replacements.presenter.ts';
import { settleSoon } from '../settle-replacement.ts';

interface Request {
  id: string;
  offerId: string;
  slots: HalfDay[];
}

/** Beaten to a seat that often by somebody whose booking then came to nothing, one is told to come back. */
const TRIES_MAX = 5;

/** The half-days named, as the need has them. @throws AppError `invalid-input` for one it has not, or no longer */
const wantedSlots = ({ known, reader }: ReadNeed, named: readonly HalfDay[]): SlotRecord[] =>
  named.map((slot, index) => {
    const wanted = known.need.slots.find((one) => sameHalfDay(one, slot));
    const message = 'Cette demi-journée n’est pas, ou plus, dans le besoin.';
    if (!wanted || wanted.cancelledAt || hasEnded(wanted, reader.clock))
      throw new AppError('invalid-input', { errors: [{ path: `slots.${index}`, message }] });
    return wanted;
  });

const freeSeat = (slot: HalfDay, taken: readonly BookingRecord[]): number => {
  const seats = new Set(taken.filter((one) => sameHalfDay(one, slot)).map(({ seat }) => seat));
  for (let seat = 0; ; seat += 1) if (!seats.has(seat)) return seat;
};

interface Plan {
  offer: OfferRecord;
  by: PersonRef;
  missing: readonly SlotRecord[];
}

const newBookings = ({ need, bookings }: ReadNeed['known'], { offer, by, missing }: Plan): BookingRecord[] => {
  const group = { id: new Types.ObjectId().toHexString(), size: missing.length };
  const bookedAt = now();
  return missing.map(({ date, half, start, end }) => ({
    _id: new Types.ObjectId(),
    replacementId: need._id.toHexString(),
    substituteId: offer.substituteId,
    date,
    half,
    seat: freeSeat({ date, half }, bookings),
    start,
    end,
    startsAt: slotStart({ date, start }),
    endsAt: slotEnd({ date, end }),
    host: need.commune,
    lender: offer.lender,
    metier: need.metier,
    place: need.place,
    substitute: offer.substitute,
    minutes: minutesOf({ start, end }),
    agreed: false,
    byHost: null,
    bySubstitute: null,
    bookedAt,
    bookedBy: by,
    group,
    unsettled: bookedAt,
  }));
};

const ofOffer = ({ known }: ReadNeed, { offerId, slots }: Request): OfferRecord => {
  const offer = known.offers.find(({ _id }) => _id.toHexString() === offerId);
  const withdrawn = 'cette personne a retiré sa proposition.';
  if (!offer) throw refusal(slots.map((slot) => ({ ...slot, by: 'not-offered', reason: withdrawn })));
  return offer;
};

/** The substitute's own bookings of this need, among those asked for: won already. */
const won = (bookings: readonly BookingRecord[], substituteId: string, slots: readonly HalfDay[]): BookingRecord[] =>
  bookings.filter((one) => one.substituteId === substituteId && namesSlot(slots, one));

/** One try, in the turns of the need and of the substitute; null when somebody who had neither was quicker. */
const tryToBook = async (actor: Actor, request: Request): Promise<BookingRecord[] | null> => {
  const read = await needFor(actor, request.id, canBook);
  const slots = wantedSlots(read, request.slots);
  const { bookings, changed } = await endGroups(read.known.bookings);
  if (changed) settleSoon(changed);
  const offer = ofOffer(read, request);
  const mine = won(bookings, offer.substituteId, slots);
  const missing = slots.filter((slot) => !namesSlot(mine, slot));
  if (missing.length === 0) return mine;
  const known = { ...read.known, bookings };
  const refused = await refusedSlots(known, offer, missing);
  if (refused.length > 0) throw refusal(refused);
  const group = newBookings(known, { offer, by: await personRef(actor.personId), missing });
  if (!(await insertGroup(group))) return null;
  const need = await commitGroup(group);
  if (!need) {
    await undoGroup(group[0]?.group.id ?? '');
    return null;
  }
  settleSoon(need);
  return [...mine, ...group];
};

/**
 * Books half-days a substitute offered: all of them, or none. One substitute, one half-day, one commune, whatever happens at once: two
 * unique indexes hold it. Turns keep those who want the same need or the same person from meeting half-way, so that exactly one of them
 * wins; and in her turn a person’s hours are counted whole. Asked again, what was won is won.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` naming each half-day that was taken and by what
 */
export const bookSlots = async (actor: Actor, request: Request): Promise<{ items: Booking[] }> => {
  const read = await needFor(actor, request.id, canBook);
  const slots = wantedSlots(read, request.slots);
  const offer = ofOffer(read, request);
  // Who comes too late is told without waiting for a turn; what is not settled yet may still come to nothing.
  const settled = { ...read.known, bookings: read.known.bookings.filter(({ unsettled }) => !unsettled) };
  const early = slots.filter((slot) => !namesSlot(won(settled.bookings, offer.substituteId, slots), slot));
  const refused = await refusedSlots(settled, offer, early, { settledOnly: true });
  if (refused.length > 0) throw refusal(refused);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const booked = await alone(`replacement:${request.id}`, () =>
      alone(`substitute:${offer.substituteId}`, () => tryToBook(actor, request)),
    );
    if (booked) return { items: booked.map((booking) => presentBooking(booking, read.reader)) };
  }
  throw new AppError('unavailable');
};
