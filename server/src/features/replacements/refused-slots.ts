import { type HalfDay, sameHalfDay } from '@beffroi/shared/core/half-days';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';
import { communeName } from '../directory/territory.queries.ts';
import { substitutesById } from '../substitutes/substitutes.queries.ts';
import type { BookingRecord } from './booking.model.ts';
import { bookedMinutesByYear } from './bookings.queries.ts';
import { namesSlot } from './derive-slots.ts';
import { bookedAround, judge, rangeOf } from './judge.ts';
import type { OfferRecord } from './offer.model.ts';
import type { SlotRecord } from './replacement.model.ts';
import type { KnownNeed } from './replacements.presenter.ts';

const NOT_OFFERED = 'elle n’a pas été proposée.';
const FILLED = 'elle est déjà pourvue.';
const LEFT_POOL = 'cette personne n’est plus dans le vivier.';

const takenSeat = (slot: SlotRecord, bookings: readonly BookingRecord[]): string | null =>
  bookings.filter((one) => sameHalfDay(one, slot)).length >= slot.seats ? FILLED : null;

/** Where she is expected then is said by its commune alone: no more is the reader’s to know. */
const takenSubstitute = (slot: HalfDay, hers: readonly BookingRecord[]): string | null => {
  const other = hers.find((one) => sameHalfDay(one, slot));
  return other ? `cette personne est déjà réservée par ${communeName(other.host)}.` : null;
};

/** Who limits her hours of the year has them counted from her bookings: the count kept with her follows a booking, when others may be in already. */
const withHours = async (facts: SubstituteFacts | undefined, settledOnly: boolean): Promise<SubstituteFacts | undefined> =>
  facts && facts.yearlyMinutes !== null ? { ...facts, minutesByYear: await bookedMinutesByYear(facts.person.id, { settledOnly }) } : facts;

/**
 * Of the half-days wanted, those that cannot be had, each with what has taken it: the seat, the person elsewhere, or a rule. Two
 * commands, three for who limits her hours of the year.
 * @param settledOnly leaves out bookings that may still come to nothing
 */
export const refusedSlots = async (
  { need, bookings }: KnownNeed,
  offer: OfferRecord,
  wanted: readonly SlotRecord[],
  { settledOnly = false } = {},
): Promise<RefusedSlot[]> => {
  if (wanted.length === 0) return [];
  const { substituteId } = offer;
  const [found, around] = await Promise.all([substitutesById([substituteId], rangeOf(wanted)), bookedAround([substituteId], wanted)]);
  const facts = await withHours(found.get(substituteId), settledOnly);
  const hers = (around.get(substituteId) ?? []).filter(({ unsettled }) => !settledOnly || !unsettled);
  const judged = facts ? judge({ need, slots: wanted, facts, booked: hers, said: offer.slots }) : [];
  return wanted.flatMap((slot): RefusedSlot[] => {
    const { date, half } = slot;
    const seat = takenSeat(slot, bookings);
    if (seat) return [{ date, half, by: 'seat-taken', reason: seat }];
    const person = takenSubstitute(slot, hers);
    if (person) return [{ date, half, by: 'substitute-taken', reason: person }];
    if (!namesSlot(offer.slots, slot)) return [{ date, half, by: 'not-offered', reason: NOT_OFFERED }];
    if (!facts) return [{ date, half, by: 'not-eligible', reason: LEFT_POOL }];
    const verdict = judged.find((one) => sameHalfDay(one, slot));
    if (verdict?.eligible) return [];
    return [{ date, half, by: 'not-eligible', reason: verdict?.reasons.map(({ sentence }) => sentence).join(' ') ?? '' }];
  });
};
