import { type HalfDay, halfDayKey, hasBegun, hasEnded, sameHalfDay } from '@beffroi/shared/core/half-days';
import type { Counts, Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { NeedState, SlotState } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import type { BookingRecord } from './booking.model.ts';
import type { OfferRecord } from './offer.model.ts';
import type { ReplacementRecord, SlotRecord } from './replacement.model.ts';

export type TakenSeat = Pick<BookingRecord, 'date' | 'half' | 'substituteId' | 'seat'>;
export type OfferedSlots = Pick<OfferRecord, 'substituteId' | 'slots'>;
type NeedFacts = Pick<ReplacementRecord, 'slots' | 'cancelledAt'>;

interface Known {
  bookings: readonly TakenSeat[];
  offers: readonly OfferedSlots[];
  readerId: string;
  /** What a clock in Paris shows now. */
  clock: string;
}

/** Bookings and offers by the half-day they are of: a need is drawn in one pass. */
const byHalfDay = ({ bookings, offers }: Known) => {
  const of = new Map<string, { booked: Set<string>; offering: Set<string> }>();
  const at = (halfDay: HalfDay) => {
    const key = halfDayKey(halfDay);
    const present = of.get(key) ?? { booked: new Set<string>(), offering: new Set<string>() };
    of.set(key, present);
    return present;
  };
  for (const booking of bookings) at(booking).booked.add(booking.substituteId);
  for (const { substituteId, slots } of offers) for (const slot of slots) at(slot).offering.add(substituteId);
  return of;
};

const stateOf = (slot: SlotRecord, { booked, offers, over }: { booked: number; offers: number; over: boolean }): SlotState => {
  if (slot.cancelledAt) return 'cancelled';
  if (booked >= slot.seats) return 'filled';
  if (over) return 'past';
  return offers > 0 ? 'offered' : 'missing';
};

const mineOf = (readerId: string, { booked, offering }: { booked: Set<string>; offering: Set<string> }): Slot['mine'] => {
  if (booked.has(readerId)) return 'booked';
  return offering.has(readerId) ? 'offered' : null;
};

/** What has become of each half-day of a need: no document says it, bookings and offers do. */
export const deriveSlots = ({ slots, cancelledAt }: NeedFacts, known: Known): Slot[] => {
  const of = byHalfDay(known);
  return slots.map((record) => {
    const slot = cancelledAt ? { ...record, cancelledAt } : record;
    const people = of.get(halfDayKey(slot)) ?? { booked: new Set<string>(), offering: new Set<string>() };
    const booked = people.booked.size;
    const offers = [...people.offering].filter((id) => !people.booked.has(id)).length;
    return {
      date: slot.date,
      half: slot.half,
      start: slot.start,
      end: slot.end,
      seats: slot.seats,
      booked,
      offers,
      state: stateOf(slot, { booked, offers, over: hasEnded(slot, known.clock) }),
      mine: mineOf(known.readerId, people),
    };
  });
};

/** Seats by what has become of them; cancelled ones are none. */
export const countSeats = (slots: readonly Slot[]): Counts => {
  const counts = { missing: 0, offered: 0, filled: 0, past: 0 };
  for (const { state, seats, booked, offers } of slots) {
    if (state === 'cancelled') continue;
    const free = Math.max(0, seats - booked);
    const offered = Math.min(free, offers);
    counts.filled += Math.min(seats, booked);
    if (state === 'past') counts.past += free;
    else {
      counts.offered += offered;
      counts.missing += free - offered;
    }
  }
  return counts;
};

/** The least settled of its half-days says what has become of a need. */
export const stateOfNeed = (slots: readonly Slot[]): NeedState => {
  const present = new Set(slots.map(({ state }) => state));
  return (['missing', 'offered', 'past', 'filled'] as const).find((state) => present.has(state)) ?? 'cancelled';
};

/** A half-day somebody is still wanted for, now. */
export const isOpen = ({ state }: Pick<Slot, 'state'>): boolean => state === 'missing' || state === 'offered';

/** Work that begins before `soon` (a clock in Paris) and still wants somebody. */
export const isAtRisk = (slots: readonly Slot[], soon: string): boolean => slots.some((slot) => isOpen(slot) && hasBegun(slot, soon));

export const namesSlot = (slots: readonly HalfDay[], slot: HalfDay): boolean => slots.some((one) => sameHalfDay(one, slot));
