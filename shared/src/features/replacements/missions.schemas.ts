import { z } from 'zod';
import { halfDaySchema } from '../../core/half-day-schemas.ts';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { WAVE_LIMITS } from './replacements.limits.ts';
import { bookingSchema, needItemSchema, offerSchema } from './replacements.schemas.ts';
import { REPLACEMENT_ACTS } from './replacements.vocabulary.ts';

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

/** How many people a wave told, and in which round: half-days free again or added begin another. Never who. */
export const toldWaveSchema = z.object({ number: z.number().int(), round: z.number().int(), people: z.number().int() });
export type ToldWave = z.infer<typeof toldWaveSchema>;

export const replacementActSchema = z.object({
  at: instantSchema,
  by: personRefSchema,
  action: z.enum(REPLACEMENT_ACTS),
  slots: z.array(halfDaySchema),
  /** Whom it concerned. */
  person: personRefSchema.nullable(),
  note: z.string(),
  /** Of a wave that was told. */
  wave: toldWaveSchema.nullable(),
});
export type ReplacementActItem = z.infer<typeof replacementActSchema>;

/** What waits for the person, for the navigation. */
export const attentionSchema = z.object({
  /** Seats to fill, from today on, in the communes she acts for. */
  missing: z.number().int(),
  /** Needs she was asked for, has not answered, and that still want somebody: which of them she dismissed is known to her device alone. */
  asked: z.array(idSchema),
  /** Bookings that have begun and of which she has not said the hours. */
  toConfirm: z.number().int(),
});

/** A place of the commune, as a need named it lately. */
export const placeSchema = z.object({ place: z.string(), contact: z.string(), placeEmail: z.string(), metier: slugSchema });
