import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { parisDate } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { canReadBoard, canSeePeople } from '@beffroi/shared/features/replacements/replacements.policy';
import { type CalendarEvent, calendarFile } from '../../platform/calendar-file.ts';
import { now } from '../../platform/clock.ts';
import { communeName } from '../directory/territory.queries.ts';
import { type FileAnswer, fileAnswer } from '../document-exports/document-files.queries.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { readableBooking } from './readable-booking.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';

/** Half-days in one file; a year of full weeks is fewer. */
const EVENTS_MAX = 500;
const MINUTE_MS = 60_000;

type TellingNeed = Pick<ReplacementRecord, 'place' | 'contact' | 'note' | 'version'>;

const needsOf = async (bookings: readonly BookingRecord[]): Promise<Map<string, TellingNeed>> => {
  const ids = [...new Set(bookings.map(({ replacementId }) => replacementId))];
  const told = { place: 1, contact: 1, note: 1, version: 1 } as const;
  const needs = await ReplacementModel.find({ _id: { $in: ids } }, told).lean<ReplacementRecord[]>();
  return new Map(needs.map((need) => [need._id.toHexString(), need]));
};

/** A half-day as the calendar of who is booked, or of those who receive or lend her, shows it. */
const eventOf = (actor: Actor, booking: BookingRecord, need: TellingNeed, publicUrl: string): CalendarEvent => {
  const { origin, hostname } = new URL(publicUrl);
  const { metier, host, replacementId, startsAt, endsAt, substituteId, substitute } = booking;
  const own = substituteId === actor.personId;
  // Whom to ask for is for who comes and those who receive her.
  const contact = (own || canSeePeople(actor, { commune: host })) && need.contact;
  const where = `${metierLabel(metier)}, ${communeName(host)}`;
  return {
    uid: `remplacement-${booking._id.toHexString()}@${hostname}`,
    sequence: need.version,
    changedAt: now(),
    start: startsAt,
    minutes: (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS,
    summary: `Remplacement\u00a0: ${where}${own ? '' : ` (${substitute.name})`}`,
    location: `${need.place}, ${communeName(host)}`,
    description: [contact && `En arrivant\u00a0: ${contact}`, need.note].filter(Boolean).join('\n'),
    url: `${origin}/remplacements/${replacementId}`,
    cancelled: false,
  };
};

const calendarOf = async (actor: Actor, bookings: readonly BookingRecord[], publicUrl: string): Promise<FileAnswer> => {
  const needs = await needsOf(bookings);
  const [first, ...others] = bookings.flatMap((booking) => {
    const need = needs.get(booking.replacementId);
    return need ? [eventOf(actor, booking, need, publicUrl)] : [];
  });
  // A calendar without an appointment is none.
  if (!first) throw new AppError('not-found');
  return fileAnswer(Buffer.from(calendarFile([first, ...others]), 'utf8'), 'remplacements.ics', 'text/calendar;charset=utf-8');
};

/** A booking, and the same person’s others of that need: three commands. @throws AppError `not-found` */
export const bookingCalendar = async (actor: Actor, id: string, publicUrl: string): Promise<FileAnswer> => {
  const { booking } = await readableBooking(actor, id);
  const { replacementId, substituteId } = booking;
  const together = await BookingModel.find({ replacementId, substituteId }).sort({ date: 1, half: 1 }).lean<BookingRecord[]>();
  return calendarOf(actor, together, publicUrl);
};

/** All the person is booked for from today on: two commands. @throws AppError `not-found` (nothing is coming; guests) */
export const comingCalendar = async (actor: Actor, publicUrl: string): Promise<FileAnswer> => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
  const coming = await BookingModel.find({ substituteId: actor.personId, date: { $gte: parisDate(now()) } })
    .sort({ date: 1, half: 1 })
    .limit(EVENTS_MAX)
    .lean<BookingRecord[]>();
  return calendarOf(actor, coming, publicUrl);
};
