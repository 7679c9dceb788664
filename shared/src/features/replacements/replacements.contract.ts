import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarDateSchema } from '../../core/half-day-schemas.ts';
import { idempotencyKeySchema, idSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { settingsTrailSchema } from '../../core/settings-trail.ts';
import {
  attentionSchema,
  candidateSchema,
  missionSchema,
  placeSchema,
  replacementActSchema,
  waveSettingsSchema,
} from './missions.schemas.ts';
import { BOOKED_MINUTES_MAX, REPLACEMENT_LIMITS } from './replacements.limits.ts';
import {
  bookingSchema,
  countsSchema,
  halfDaysSchema,
  needDetails,
  needItemSchema,
  needSchema,
  newSlotsSchema,
  offerSchema,
} from './replacements.schemas.ts';
import { NEED_STATES } from './replacements.vocabulary.ts';

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
const file = z.object({ headers: z.record(z.string(), z.string()), body: z.file() });
const tags = ['replacements'];

const waveSettingsAnswer = waveSettingsSchema.extend({
  abilities: z.object({ 'settings.change': z.boolean() }),
  trail: settingsTrailSchema,
});

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
  calendar: oc
    .route({
      method: 'GET',
      path: '/replacements/calendar',
      tags,
      summary: 'All one is booked for from now on, as a calendar takes it (iCalendar, RFC 5545)',
      outputStructure: 'detailed',
    })
    .output(file),
  bookingCalendar: oc
    .route({
      method: 'GET',
      path: '/bookings/{id}/calendar',
      tags,
      summary: 'A booking and the same person’s others of that need, as a calendar takes them (iCalendar, RFC 5545)',
      outputStructure: 'detailed',
    })
    .input(byId)
    .output(file),
  attention: oc
    .route({ method: 'GET', path: '/replacements/attention', tags, summary: 'How much waits for the person, for the navigation' })
    .output(attentionSchema),
  places: oc
    .route({ method: 'GET', path: '/replacements/places', tags, summary: 'The places a commune last published needs for' })
    .input(z.object({ commune: slugSchema }))
    .output(z.object({ items: z.array(placeSchema) })),
  settings: oc
    .route({ method: 'GET', path: '/replacements/settings', tags, summary: 'How many people a wave tells, and how often' })
    .output(waveSettingsAnswer),
  saveSettings: oc
    .route({ method: 'PUT', path: '/replacements/settings', tags, summary: 'Choose how many people a wave tells, and how often' })
    .input(waveSettingsSchema)
    .output(waveSettingsAnswer),
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
        placeEmail: needDetails.placeEmail.default(''),
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
        placeEmail: needDetails.placeEmail.optional(),
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
    .route({
      method: 'POST',
      path: '/replacements/{id}/offers',
      tags,
      summary: 'Say which half-days one can come for; without them, all those still to fill that one may',
      successStatus: 201,
    })
    .input(byId.extend({ slots: halfDaysSchema.optional() }))
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
    .input(byId.extend({ minutes: z.number().int().min(0).max(BOOKED_MINUTES_MAX) }))
    .output(bookingSchema),
  trail: oc
    .route({ method: 'GET', path: '/replacements/{id}/trail', tags, summary: 'What was done about a need, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(replacementActSchema) })),
};
