import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarDateSchema, halfDaySchema } from '../../core/half-days.ts';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import {
  bookingSchema,
  countsSchema,
  halfDaysSchema,
  needDetails,
  needItemSchema,
  needSchema,
  newSlotsSchema,
  offerSchema,
  REPLACEMENT_LIMITS,
} from './replacements.schemas.ts';
import { NEED_STATES, REPLACEMENT_ACTS } from './replacements.vocabulary.ts';

/** Of waves: how many people are told at once, how often, and how long before work begins HR is warned. */
export const WAVE_LIMITS = {
  people: { min: 1, max: 50, usual: 10 },
  minutes: { min: 1, max: 120, usual: 5 },
  riskHours: { min: 1, max: 48, usual: 4 },
} as const;

export const waveSettingsSchema = z.object({
  people: z.number().int().min(WAVE_LIMITS.people.min).max(WAVE_LIMITS.people.max),
  minutes: z.number().int().min(WAVE_LIMITS.minutes.min).max(WAVE_LIMITS.minutes.max),
  riskHours: z.number().int().min(WAVE_LIMITS.riskHours.min).max(WAVE_LIMITS.riskHours.max),
});
export type WaveSettings = z.infer<typeof waveSettingsSchema>;

/** Somebody of the pool who does this work, as the commune's HR weighs her for a need. */
export const candidateSchema = z.object({
  person: personRefSchema,
  employer: slugSchema.nullable(),
  distanceKm: z.number().nullable(),
  minutesThisYear: z.number().int(),
  /** What makes her fit, in words: « CAP AEPE », « accord de l’employeur ». */
  strengths: z.array(z.string()),
  /** For at least one of the half-days still to fill. */
  eligible: z.boolean(),
  /** Each half-day still to fill: whether she may come; if not, the short mark and its sentence. */
  slots: z.array(
    z.object({ ...halfDaySchema.shape, eligible: z.boolean(), reasons: z.array(z.object({ pill: z.string(), sentence: z.string() })) }),
  ),
  /** What she said she can come for; null while she said nothing. */
  offer: offerSchema.omit({ substitute: true }).nullable(),
  /** When she was told of this need; null while she was not. */
  askedAt: instantSchema.nullable(),
  booked: z.array(halfDaySchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** One need as the substitute meets it. */
export const missionSchema = z.object({
  replacement: needItemSchema,
  askedAt: instantSchema.nullable(),
  offer: offerSchema.omit({ substitute: true }).nullable(),
  bookings: z.array(bookingSchema),
});
export type Mission = z.infer<typeof missionSchema>;

export const replacementActSchema = z.object({
  at: instantSchema,
  by: personRefSchema,
  action: z.enum(REPLACEMENT_ACTS),
  slots: z.array(halfDaySchema),
  /** Whom it concerned. */
  person: personRefSchema.nullable(),
  note: z.string(),
});
export type ReplacementActItem = z.infer<typeof replacementActSchema>;

const filters = {
  /** This week and the next when not said. */
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
  metier: slugSchema.optional(),
  commune: slugSchema.optional(),
  /** Kilometres from the reader's commune. */
  within: z.coerce.number().int().min(1).max(200).optional(),
};
const byId = z.object({ id: idSchema });
const reason = z.string().trim().max(REPLACEMENT_LIMITS.reason, `Pas plus de ${REPLACEMENT_LIMITS.reason} caractères.`).default('');
const version = z.number().int().min(1);
const tags = ['replacements'];

export const replacementsContract = {
  list: oc
    .route({ method: 'GET', path: '/replacements', tags, summary: 'Needs with half-days between two dates, by when they begin' })
    .input(z.object({ ...filters, state: z.enum(NEED_STATES).optional(), ...pageInput }))
    .output(pageOf(needItemSchema).extend({ abilities: z.object({ 'replacement.publish': z.array(slugSchema) }) })),
  summary: oc
    .route({ method: 'GET', path: '/replacements/summary', tags, summary: 'Half-days to fill, offered and filled; what is at risk first' })
    .input(z.object(filters))
    .output(
      z.object({
        from: calendarDateSchema,
        to: calendarDateSchema,
        counts: countsSchema,
        needs: z.number().int(),
        urgent: z.array(needItemSchema),
      }),
    ),
  mine: oc
    .route({ method: 'GET', path: '/replacements/mine', tags, summary: 'What the substitute was asked for, offered and is booked for' })
    .output(z.object({ items: z.array(missionSchema), toConfirm: z.number().int() })),
  settings: oc
    .route({ method: 'GET', path: '/replacements/settings', tags, summary: 'How many people a wave tells, and how often' })
    .output(waveSettingsSchema.extend({ abilities: z.object({ 'settings.change': z.boolean() }) })),
  saveSettings: oc
    .route({ method: 'PUT', path: '/replacements/settings', tags, summary: 'Choose how many people a wave tells, and how often' })
    .input(waveSettingsSchema)
    .output(waveSettingsSchema.extend({ abilities: z.object({ 'settings.change': z.boolean() }) })),
  publish: oc
    .route({ method: 'POST', path: '/replacements', tags, summary: 'Publish a need; the first wave is told at once', successStatus: 201 })
    .input(
      z.object({
        commune: slugSchema,
        metier: slugSchema,
        place: needDetails.place,
        urgency: needDetails.urgency,
        diploma: needDetails.diploma.default(null),
        contact: needDetails.contact.default(''),
        note: needDetails.note.default(''),
        slots: newSlotsSchema,
        idempotencyKey: idempotencyKeySchema.optional(),
      }),
    )
    .output(needSchema),
  get: oc.route({ method: 'GET', path: '/replacements/{id}', tags, summary: 'A need' }).input(byId).output(needSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/replacements/{id}', tags, summary: 'Change what is told of a need, or add half-days' })
    .input(
      byId.extend({
        place: needDetails.place.optional(),
        urgency: needDetails.urgency.optional(),
        diploma: needDetails.diploma.optional(),
        contact: needDetails.contact.optional(),
        note: needDetails.note.optional(),
        addSlots: newSlotsSchema.optional(),
        version,
      }),
    )
    .output(needSchema),
  cancel: oc
    .route({
      method: 'POST',
      path: '/replacements/{id}/cancel',
      tags,
      summary: 'Cancel a need, or some of its half-days; who was booked is told',
    })
    .input(byId.extend({ slots: halfDaysSchema.optional(), reason }))
    .output(needSchema),
  candidates: oc
    .route({
      method: 'GET',
      path: '/replacements/{id}/candidates',
      tags,
      summary: 'Who of the pool may come: eligible, fewest hours and least asked first',
    })
    .input(byId)
    .output(z.object({ items: z.array(candidateSchema) })),
  offer: oc
    .route({ method: 'POST', path: '/replacements/{id}/offers', tags, summary: 'Say which half-days one can come for', successStatus: 201 })
    .input(byId.extend({ slots: halfDaysSchema }))
    .output(offerSchema),
  withdraw: oc
    .route({ method: 'DELETE', path: '/replacements/{id}/offers', tags, summary: 'Take one’s offer back; nothing is kept of it' })
    .input(byId)
    .output(needSchema),
  book: oc
    .route({
      method: 'POST',
      path: '/replacements/{id}/bookings',
      tags,
      summary: 'Book half-days a substitute offered: all of them or none; 409 names those that were taken',
      successStatus: 201,
    })
    .input(byId.extend({ offerId: idSchema, slots: halfDaysSchema }))
    .output(z.object({ items: z.array(bookingSchema) })),
  cancelBooking: oc
    .route({ method: 'DELETE', path: '/bookings/{id}', tags, summary: 'Cancel a booking: its half-day is offered again' })
    .input(byId.extend({ reason }))
    .output(needItemSchema.pick({ id: true, version: true, state: true, slots: true })),
  confirm: oc
    .route({ method: 'POST', path: '/bookings/{id}/confirm', tags, summary: 'Say what was worked; recorded once both sides say the same' })
    .input(byId.extend({ minutes: z.number().int().min(0).max(720) }))
    .output(bookingSchema),
  trail: oc
    .route({ method: 'GET', path: '/replacements/{id}/trail', tags, summary: 'What was done about a need, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(replacementActSchema) })),
};
