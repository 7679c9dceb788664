import { z } from 'zod';
import { calendarDateSchema, clockTimeSchema, halfDaySchema } from '../../core/half-day-schemas.ts';
import { compareHalfDays, HALVES, halfDayKey, minutesOf, USUAL_HOURS } from '../../core/half-days.ts';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { keepsToItsLine, showsSomething } from '../../core/visible-text.ts';
import { BOOKED_MINUTES_MAX, REPLACEMENT_LIMITS } from './replacements.limits.ts';
import { NEED_STATES, REFUSALS, SLOT_STATES, URGENCIES } from './replacements.vocabulary.ts';

const line = (max: number) =>
  z.string().trim().max(max, `Pas plus de ${max} caractères.`).refine(keepsToItsLine, 'Ce texte tient sur une ligne.');

/** What is told of the place and the work. Never why somebody is away: no motive is asked, and none is kept. */
export const needDetails = {
  place: line(REPLACEMENT_LIMITS.place).refine(showsSomething, 'Indiquez le lieu\u00a0: une école, une crèche, un service.'),
  urgency: z.enum(URGENCIES),
  /** A diploma without which nobody may come; null where the métier asks for no more than it always does. */
  diploma: slugSchema.nullable(),
  /** Whom to ask for on arrival, and how: « Directrice, 03 27 … ». */
  contact: line(REPLACEMENT_LIMITS.contact),
  /** The service that is told by mail who comes; empty where HR tells it herself. */
  placeEmail: z
    .string()
    .trim()
    .toLowerCase()
    .max(REPLACEMENT_LIMITS.placeEmail)
    .pipe(z.literal('').or(z.email('Cette adresse électronique n’est pas valide.'))),
  note: z.string().trim().max(REPLACEMENT_LIMITS.note, `Pas plus de ${REPLACEMENT_LIMITS.note} caractères.`),
} as const;

/** A half-day wanted: its hours are the usual ones of that half unless given. */
export const newSlotSchema = z
  .object({
    ...halfDaySchema.shape,
    start: clockTimeSchema.optional(),
    end: clockTimeSchema.optional(),
    seats: z.number().int().min(1).max(REPLACEMENT_LIMITS.seats).default(1),
  })
  .transform((slot) => ({ ...USUAL_HOURS[slot.half], ...slot }) as typeof slot & { start: string; end: string })
  .refine(({ start, end }) => start < end, 'La fin vient après le début.')
  .refine((slot) => minutesOf(slot) <= BOOKED_MINUTES_MAX, `Pas plus de ${BOOKED_MINUTES_MAX / 60} heures par demi-journée.`);

const eachOnce = (slots: readonly { date: string; half: 'am' | 'pm' }[]): boolean => new Set(slots.map(halfDayKey)).size === slots.length;

export const newSlotsSchema = z
  .array(newSlotSchema)
  .min(1, 'Choisissez au moins une demi-journée.')
  .max(REPLACEMENT_LIMITS.slots, `Pas plus de ${REPLACEMENT_LIMITS.slots} demi-journées par besoin.`)
  .refine(eachOnce, 'Une demi-journée est choisie deux fois.')
  .transform((slots) => [...slots].sort(compareHalfDays));

/** Half-days named, of those a need has. */
export const halfDaysSchema = z
  .array(halfDaySchema)
  .min(1, 'Choisissez au moins une demi-journée.')
  .max(REPLACEMENT_LIMITS.slots)
  .refine(eachOnce, 'Une demi-journée est choisie deux fois.')
  .transform((slots) => [...slots].sort(compareHalfDays));

export const slotSchema = z.object({
  date: calendarDateSchema,
  half: z.enum(HALVES),
  start: clockTimeSchema,
  end: clockTimeSchema,
  seats: z.number().int(),
  /** Of its seats. */
  booked: z.number().int(),
  /** People who offered to come and are not booked. */
  offers: z.number().int(),
  state: z.enum(SLOT_STATES),
  /** What the reader is in it. */
  mine: z.enum(['offered', 'booked']).nullable(),
});

/** Seats, by what has become of them. */
export const countsSchema = z.object({
  missing: z.number().int(),
  offered: z.number().int(),
  filled: z.number().int(),
  past: z.number().int(),
});

export const needAbilitiesSchema = z.object({
  /** Change what is told of it, add half-days. */
  'replacement.edit': z.boolean(),
  'replacement.cancel': z.boolean(),
  /** See the candidates and book them. */
  'replacement.book': z.boolean(),
  /** See who asked, offered and is booked, and what was done. */
  'replacement.see-people': z.boolean(),
  'replacement.offer': z.boolean(),
  'replacement.withdraw': z.boolean(),
});

/** A need as the board draws it: a row, and its half-days. */
export const needItemSchema = z.object({
  id: idSchema,
  commune: z.object({ slug: slugSchema, name: z.string() }),
  metier: slugSchema,
  diploma: slugSchema.nullable(),
  place: z.string(),
  note: z.string(),
  urgency: z.enum(URGENCIES),
  state: z.enum(NEED_STATES),
  /** Some seat is free and work begins soon. */
  atRisk: z.boolean(),
  slots: z.array(slotSchema),
  counts: countsSchema,
  /** From the reader's commune, or where the substitute lives; null where it is not known. */
  distanceKm: z.number().nullable(),
  publishedAt: instantSchema,
  /** Raised by all that changes what the board shows of it. */
  version: z.number().int(),
  abilities: needAbilitiesSchema,
});

const confirmation = z.object({ at: instantSchema, minutes: z.number().int() }).nullable();

/** A half-day one substitute is booked for. */
export const bookingSchema = z.object({
  id: idSchema,
  replacementId: idSchema,
  commune: z.object({ slug: slugSchema, name: z.string() }),
  metier: slugSchema,
  place: z.string(),
  date: calendarDateSchema,
  half: z.enum(HALVES),
  start: clockTimeSchema,
  end: clockTimeSchema,
  substitute: personRefSchema,
  /** With a need read by the HR of its commune, where she gave one; else null. */
  phone: z.string().nullable(),
  /** The commune that employs her; null for people from outside. */
  employer: slugSchema.nullable(),
  bookedAt: instantSchema,
  /** What each side says was worked. */
  confirmedBy: z.object({ commune: confirmation, substitute: confirmation }),
  /** Minutes both sides agree on; null until they do. */
  agreedMinutes: z.number().int().nullable(),
  abilities: z.object({
    'booking.cancel': z.boolean(),
    'booking.confirm': z.boolean(),
    /** Draw up the agreement by which she is lent. */
    'booking.agreement': z.boolean(),
  }),
});

export const offerSchema = z.object({ id: idSchema, substitute: personRefSchema, slots: z.array(halfDaySchema), at: instantSchema });

export const needSchema = needItemSchema.extend({
  /** Empty for those it is not for: agents of other communes. */
  contact: z.string(),
  /** Empty for all but the commune’s HR and the administrator. */
  placeEmail: z.string(),
  publishedBy: personRefSchema.nullable(),
  /** People told so far, and when the next are; null once nobody more will be. */
  waves: z.object({ number: z.number().int(), told: z.number().int(), nextAt: instantSchema.nullable() }),
  cancelledAt: instantSchema.nullable(),
  /** For somebody of the pool: which half-days still to fill she may come for, and why not the others; null for everybody else. */
  mine: z
    .object({ eligible: z.array(halfDaySchema), refused: z.array(z.object({ ...halfDaySchema.shape, reason: z.string() })) })
    .nullable(),
  /** Those the reader may see: all of them, or her own. */
  offers: z.array(offerSchema),
  bookings: z.array(bookingSchema),
});

/** With a 409: what of the half-days asked for could not be had, and why, in French. */
export const refusedSlotSchema = z.object({ ...halfDaySchema.shape, by: z.enum(REFUSALS), reason: z.string() });

export type NewSlot = z.infer<typeof newSlotSchema>;
export type Slot = z.infer<typeof slotSchema>;
export type Counts = z.infer<typeof countsSchema>;
export type NeedItem = z.infer<typeof needItemSchema>;
export type Need = z.infer<typeof needSchema>;
export type Booking = z.infer<typeof bookingSchema>;
export type Offer = z.infer<typeof offerSchema>;
export type RefusedSlot = z.infer<typeof refusedSlotSchema>;
