import { halfDayKey } from '@beffroi/shared/core/half-days';
import type { ReplacementActItem } from '@beffroi/shared/features/replacements/missions.schemas';
import {
  type BookingFacts,
  bookingAbilities,
  canSeeContact,
  canSeePeople,
  canSeePerson,
  type ReplacementFacts,
  replacementAbilities,
} from '@beffroi/shared/features/replacements/replacements.policy';
import type { Booking, Need, NeedItem, Offer, Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { communeName } from '../directory/territory.queries.ts';
import type { BookingRecord } from './booking.model.ts';
import { countSeats, deriveSlots, isAtRisk, isOpen, stateOfNeed } from './derive-slots.ts';
import type { OfferRecord } from './offer.model.ts';
import { distanceFor, type Reader } from './reader.ts';
import type { ReplacementRecord } from './replacement.model.ts';
import type { ActRecord } from './replacement-act.model.ts';

/** A need with all that says what has become of it. */
export interface KnownNeed {
  need: ReplacementRecord;
  bookings: readonly BookingRecord[];
  offers: readonly OfferRecord[];
  /** The reader was told of it. */
  asked: boolean;
}

const isMine = (reader: Reader, records: readonly { substituteId: string }[]): boolean =>
  records.some(({ substituteId }) => substituteId === reader.actor.personId);

export const needFacts = ({ need, bookings, offers, asked }: KnownNeed, reader: Reader): ReplacementFacts => ({
  commune: need.commune,
  cancelled: need.cancelledAt !== null,
  over: need.endsAt.getTime() <= reader.at.getTime(),
  concerned: asked || isMine(reader, offers) || isMine(reader, bookings),
  inPool: reader.substitute?.metiers.includes(need.metier) ?? false,
  offered: isMine(reader, offers),
});

const communeOf = (slug: string) => ({ slug, name: communeName(slug) });

export const slotsFor = ({ need, bookings, offers }: Omit<KnownNeed, 'asked'>, reader: Reader): Slot[] =>
  deriveSlots(need, { bookings, offers, readerId: reader.actor.personId, clock: reader.clock });

export const presentItem = (known: KnownNeed, reader: Reader): NeedItem => {
  const { need } = known;
  const slots = slotsFor(known, reader);
  return {
    id: need._id.toHexString(),
    commune: communeOf(need.commune),
    metier: need.metier,
    diploma: need.diploma,
    place: need.place,
    note: need.note,
    urgency: need.urgency,
    state: stateOfNeed(slots),
    atRisk: isAtRisk(slots, reader.soon),
    slots,
    counts: countSeats(slots),
    distanceKm: distanceFor(reader, need.commune),
    publishedAt: need.publishedAt.toISOString(),
    version: need.version,
    abilities: replacementAbilities(reader.actor, needFacts(known, reader)),
  };
};

export const bookingFacts = (booking: BookingRecord, { clock }: Pick<Reader, 'clock'>): BookingFacts => ({
  host: booking.host,
  lender: booking.lender,
  substituteId: booking.substituteId,
  started: `${booking.date} ${booking.start}` <= clock,
  over: `${booking.date} ${booking.end}` <= clock,
  agreed: booking.agreed,
});

const confirmation = (said: BookingRecord['byHost']) => said && { at: said.at.toISOString(), minutes: said.minutes };

export const presentBooking = (
  booking: BookingRecord,
  reader: Pick<Reader, 'actor' | 'clock'>,
  phones: ReadonlyMap<string, string> = new Map(),
): Booking => ({
  id: booking._id.toHexString(),
  replacementId: booking.replacementId,
  commune: communeOf(booking.host),
  metier: booking.metier,
  place: booking.place,
  date: booking.date,
  half: booking.half,
  start: booking.start,
  end: booking.end,
  substitute: booking.substitute,
  phone: phones.get(booking.substituteId) ?? null,
  employer: booking.lender,
  bookedAt: booking.bookedAt.toISOString(),
  confirmedBy: { commune: confirmation(booking.byHost), substitute: confirmation(booking.bySubstitute) },
  agreedMinutes: booking.agreed ? booking.minutes : null,
  abilities: bookingAbilities(reader.actor, bookingFacts(booking, reader)),
});

export const presentOffer = (offer: OfferRecord): Offer => ({
  id: offer._id.toHexString(),
  substitute: offer.substitute,
  slots: offer.slots.map(({ date, half }) => ({ date, half })),
  at: offer.at.toISOString(),
});

const inOrder = (a: BookingRecord, b: BookingRecord): number => (halfDayKey(a) < halfDayKey(b) ? -1 : 1);

/**
 * @param mine what the reader may come for, when she is of the pool
 * @param phones of who is booked, where they are the reader’s to know
 */
export const presentNeed = (known: KnownNeed, reader: Reader, mine: Need['mine'], phones?: ReadonlyMap<string, string>): Need => {
  const { need, bookings, offers } = known;
  const { actor } = reader;
  const item = presentItem(known, reader);
  const seen = ({ substituteId, lender }: { substituteId: string; lender: string | null }) =>
    canSeePerson(actor, need, { personId: substituteId, lender });
  const facts = needFacts(known, reader);
  const goesOn = item.slots.some(isOpen) && !need.cancelledAt && !need.exhausted;
  return {
    ...item,
    contact: canSeeContact(actor, facts) ? need.contact : '',
    placeEmail: (canSeePeople(actor, need) && need.placeEmail) || '',
    publishedBy: canSeePeople(actor, need) ? need.publishedBy : null,
    waves: { number: need.waves, told: need.told, nextAt: (goesOn && need.nextWaveAt?.toISOString()) || null },
    cancelledAt: need.cancelledAt?.toISOString() ?? null,
    mine,
    offers: offers.filter(seen).map(presentOffer),
    bookings: bookings
      .filter(seen)
      .sort(inOrder)
      .map((booking) => presentBooking(booking, reader, phones)),
  };
};

export const presentAct = ({ at, by, action, slots, person, note, wave }: ActRecord): ReplacementActItem => ({
  at: at.toISOString(),
  by,
  action,
  slots: slots.map(({ date, half }) => ({ date, half })),
  person,
  note,
  wave: wave ?? null,
});
