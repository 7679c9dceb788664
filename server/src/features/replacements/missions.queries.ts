import { type Actor, hrCommunes } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { addDays, hasBegun, parisDate } from '@beffroi/shared/core/half-days';
import type { Mission } from '@beffroi/shared/features/replacements/missions.schemas';
import { canReadBoard } from '@beffroi/shared/features/replacements/replacements.policy';
import { now } from '../../platform/clock.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { isOpen } from './derive-slots.ts';
import { knowNeeds } from './known-needs.queries.ts';
import { OfferModel, type OfferRecord } from './offer.model.ts';
import { type Reader, readerOf } from './reader.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { type KnownNeed, presentBooking, presentItem, presentOffer, slotsFor } from './replacements.presenter.ts';
import { SolicitationModel, type SolicitationRecord } from './solicitation.model.ts';

/** Missions this old are still shown, for their hours to be confirmed. */
const SHOWN_DAYS = 60;
const SHOWN_MAX = 100;

/** What somebody was asked for, offered and is booked for, not over yet or lately: three commands. */
const herOwn = async (personId: string) => {
  const mine = { substituteId: personId };
  const [asked, offers, bookings] = await Promise.all([
    SolicitationModel.find({ ...mine, until: { $gte: now() } })
      .limit(SHOWN_MAX)
      .lean<SolicitationRecord[]>(),
    OfferModel.find({ ...mine, until: { $gte: now() } })
      .limit(SHOWN_MAX)
      .lean<OfferRecord[]>(),
    BookingModel.find({ ...mine, date: { $gte: addDays(parisDate(now()), -SHOWN_DAYS) } })
      .limit(SHOWN_MAX * 2)
      .lean<BookingRecord[]>(),
  ]);
  return { asked, offers, bookings, ids: [...new Set([...asked, ...offers, ...bookings].map(({ replacementId }) => replacementId))] };
};

/** Begun, and she has not said its hours. */
const isToConfirm = (booking: BookingRecord, { clock }: Pick<Reader, 'clock'>, said: 'byHost' | 'bySubstitute'): boolean =>
  hasBegun(booking, clock) && !booking.agreed && booking[said] === null;

const isWanted = (known: KnownNeed, reader: Reader): boolean => known.need.cancelledAt === null && slotsFor(known, reader).some(isOpen);

/** The substitute’s own: what she was asked for, offered and is booked for. Seven commands. @throws AppError `not-found` (guests) */
export const myMissions = async (actor: Actor): Promise<{ items: Mission[]; toConfirm: number }> => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
  const [own, reader] = await Promise.all([herOwn(actor.personId), readerOf(actor)]);
  const needs = await ReplacementModel.find({ _id: { $in: own.ids } })
    .sort({ startsAt: 1, _id: 1 })
    .lean<ReplacementRecord[]>();
  const askedAt = new Map(own.asked.map(({ replacementId, at }) => [replacementId, at.toISOString()]));
  const known = await knowNeeds(needs, new Set(askedAt.keys()));
  const items = known.flatMap((one): Mission[] => {
    const id = one.need._id.toHexString();
    const offer = own.offers.find(({ replacementId }) => replacementId === id);
    const bookings = own.bookings.filter(({ replacementId }) => replacementId === id);
    // What others fill, or the commune called off, is of no interest to who is not booked.
    if (bookings.length === 0 && !isWanted(one, reader)) return [];
    const { substitute: _herself, ...said } = offer ? presentOffer(offer) : { substitute: null };
    return [
      {
        replacement: presentItem(one, reader),
        askedAt: askedAt.get(id) ?? null,
        offer: offer ? (said as Mission['offer']) : null,
        bookings: bookings.map((booking) => presentBooking(booking, reader)),
      },
    ];
  });
  return { items, toConfirm: own.bookings.filter((booking) => isToConfirm(booking, reader, 'bySubstitute')).length };
};

const COUNTED_MAX = 1_000;

/** Bookings of the communes she acts for whose hours wait for her word. */
const toConfirmFor = async (communes: string[], reader: Reader): Promise<number> => {
  const since = addDays(parisDate(now()), -SHOWN_DAYS);
  const lately = { host: { $in: communes }, date: { $gte: since, $lte: parisDate(now()) }, agreed: false, byHost: null };
  const bookings = await BookingModel.find(lately).limit(COUNTED_MAX).lean<BookingRecord[]>();
  return bookings.filter((booking) => isToConfirm(booking, reader, 'byHost')).length;
};

/** Needs of these communes that are not over. */
const openNeedsOf = async (communes: string[]): Promise<ReplacementRecord[]> =>
  communes.length > 0
    ? ReplacementModel.find({ commune: { $in: communes }, endsAt: { $gte: now() }, cancelledAt: null })
        .limit(COUNTED_MAX)
        .lean<ReplacementRecord[]>()
    : [];

const seatsLeft = (known: readonly KnownNeed[], reader: Reader): number =>
  known
    .flatMap((one) => slotsFor(one, reader))
    .filter(isOpen)
    .reduce((sum, { seats, booked }) => sum + seats - booked, 0);

/** How much waits for the person, for the navigation: seven commands, nine for HR. @throws AppError `not-found` (guests) */
export const replacementAttention = async (actor: Actor) => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
  const communes = hrCommunes(actor);
  const [own, reader] = await Promise.all([herOwn(actor.personId), readerOf(actor)]);
  const answered = new Set([...own.offers, ...own.bookings].map(({ replacementId }) => replacementId));
  const unanswered = own.asked.map(({ replacementId }) => replacementId).filter((id) => !answered.has(id));
  const [asking, ours, forCommunes] = await Promise.all([
    unanswered.length > 0 ? ReplacementModel.find({ _id: { $in: unanswered } }).lean<ReplacementRecord[]>() : [],
    openNeedsOf(communes),
    communes.length > 0 ? toConfirmFor(communes, reader) : 0,
  ]);
  const known = asking.length + ours.length > 0 ? await knowNeeds([...asking, ...ours]) : [];
  const hers = own.bookings.filter((booking) => isToConfirm(booking, reader, 'bySubstitute')).length;
  return {
    missing: seatsLeft(known.slice(asking.length), reader),
    asked: known
      .slice(0, asking.length)
      .filter((one) => isWanted(one, reader))
      .map(({ need }) => need._id.toHexString()),
    toConfirm: hers + forCommunes,
  };
};
