import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarDateSchema } from '../../core/half-day-schemas.ts';
import { HALVES } from '../../core/half-days.ts';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { diplomaOf } from '../../core/public-service/diplomas.ts';
import { metierOf } from '../../core/public-service/metiers.ts';
import { SUBSTITUTE_LIMITS } from './substitutes.limits.ts';
import { AGREEMENT_ACTS, AGREEMENT_STATES, WEEKS } from './substitutes.vocabulary.ts';

const halfSchema = z.enum(HALVES);
const communeRef = z.object({ slug: slugSchema, name: z.string() });
const few = <T extends z.ZodType>(item: T, max: number, many: string) => z.array(item).max(max, many);
const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** A half-day that comes back each week, or every other one. */
export const weeklyHalfSchema = z.object({ weekday: z.number().int().min(1).max(7), half: halfSchema, weeks: z.enum(WEEKS) });
/** A half-day that is not as its week says. */
export const exceptionSchema = z.object({ date: calendarDateSchema, half: halfSchema, available: z.boolean() });
export type WeeklyHalf = z.infer<typeof weeklyHalfSchema>;
export type AvailabilityException = z.infer<typeof exceptionSchema>;

export const availabilityInput = z.object({
  pattern: z
    .array(weeklyHalfSchema)
    .max(14)
    .refine((halves) => distinct(halves.map(({ weekday, half }) => `${weekday}${half}`)), 'Une même demi-journée figure deux fois.'),
  exceptions: few(exceptionSchema, SUBSTITUTE_LIMITS.exceptions, `Pas plus de ${SUBSTITUTE_LIMITS.exceptions} exceptions.`).refine(
    (days) => distinct(days.map(({ date, half }) => `${date}${half}`)),
    'Une même demi-journée figure deux fois.',
  ),
  /** Of the calendar these words were written upon. */
  version: z.number().int().min(0),
});
export const availabilitySchema = z.object({
  pattern: z.array(weeklyHalfSchema),
  exceptions: z.array(exceptionSchema),
  version: z.number().int(),
  changedAt: instantSchema,
});
export type Availability = z.infer<typeof availabilitySchema>;

const metierSchema = slugSchema.refine((slug) => metierOf(slug) !== undefined, 'Ce métier est inconnu.');
const diplomaSchema = slugSchema.refine((slug) => diplomaOf(slug) !== undefined, 'Ce diplôme est inconnu.');
const minutes = (max: number, message: string) => z.number().int().min(60, message).max(max, message).nullable().default(null);
export const profileInput = z.object({
  metiers: few(metierSchema, SUBSTITUTE_LIMITS.metiers, `Pas plus de ${SUBSTITUTE_LIMITS.metiers} métiers.`)
    .min(1, 'Choisissez au moins un métier.')
    .refine(distinct, 'Un même métier figure deux fois.'),
  diplomas: few(diplomaSchema, SUBSTITUTE_LIMITS.diplomas, `Pas plus de ${SUBSTITUTE_LIMITS.diplomas} diplômes.`)
    .refine(distinct, 'Un même diplôme figure deux fois.')
    .default([]),
  /** Where she accepts to go; everywhere when none is named. */
  communes: few(slugSchema, SUBSTITUTE_LIMITS.communes, `Pas plus de ${SUBSTITUTE_LIMITS.communes} communes.`)
    .refine(distinct, 'Une même commune figure deux fois.')
    .default([]),
  maxDistanceKm: z.number().int().min(1).max(SUBSTITUTE_LIMITS.distanceKm).nullable().default(null),
  /** Where distances are counted from; an agent’s is her employer unless she says otherwise. */
  home: slugSchema.nullable().default(null),
  weeklyMinutes: minutes(SUBSTITUTE_LIMITS.weeklyMinutes, 'Entre 1 h et 48 h par semaine.'),
  yearlyMinutes: minutes(SUBSTITUTE_LIMITS.yearlyMinutes, 'Entre 1 h et 1\u202f607 h par an.'),
});
export type Profile = z.infer<typeof profileInput>;

export const agreementSchema = z.object({
  state: z.enum(AGREEMENT_STATES),
  commune: communeRef.nullable(),
  at: instantSchema.nullable(),
  /** The last day it holds; null when it has no end. */
  until: calendarDateSchema.nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;

export const mySubstituteSchema = z.object({
  metiers: z.array(slugSchema),
  diplomas: z.array(slugSchema),
  communes: z.array(slugSchema),
  maxDistanceKm: z.number().int().nullable(),
  home: slugSchema.nullable(),
  weeklyMinutes: z.number().int().nullable(),
  yearlyMinutes: z.number().int().nullable(),
  employer: communeRef.nullable(),
  agreement: agreementSchema,
  /** Booked this calendar year. */
  minutesThisYear: z.number().int(),
  changedAt: instantSchema,
});
export type MySubstitute = z.infer<typeof mySubstituteSchema>;

export const pooledSchema = z.object({
  personId: idSchema,
  name: z.string(),
  metiers: z.array(slugSchema),
  diplomas: z.array(slugSchema),
  /** Null for a person from outside. */
  employer: communeRef.nullable(),
  home: communeRef.nullable(),
  agreement: agreementSchema,
  minutesThisYear: z.number().int(),
  changedAt: instantSchema,
  /** Not changed for half a year. */
  stale: z.boolean(),
  abilities: z.object({ 'substitute.agree': z.boolean(), 'substitute.withdraw': z.boolean() }),
});
export type Pooled = z.infer<typeof pooledSchema>;

export const agreementActSchema = z.object({
  id: idSchema,
  at: instantSchema,
  act: z.enum(AGREEMENT_ACTS),
  by: z.string(),
  person: z.string(),
  until: calendarDateSchema.nullable(),
});
export type AgreementActRecord = z.infer<typeof agreementActSchema>;

const byCommune = z.object({ slug: slugSchema });
const byPooled = byCommune.extend({ personId: idSchema });
const tags = ['substitutes'];
const mineAnswer = z.object({
  substitute: mySubstituteSchema.nullable(),
  /** Where one may say one goes: a person from outside reads no directory. */
  communes: z.array(communeRef),
});

/** The pool of those who replace absent agents: what each says of herself, and what her commune says of her. */
export const substitutesContract = {
  me: oc
    .route({ method: 'GET', path: '/substitutes/me', tags, summary: 'What one declared; null when not in the pool' })
    .output(mineAnswer),
  declare: oc
    .route({ method: 'PUT', path: '/substitutes/me', tags, summary: 'Enter the pool, change what one declared, or come back' })
    .input(profileInput)
    .output(mineAnswer),
  leave: oc
    .route({ method: 'DELETE', path: '/substitutes/me', tags, summary: 'Leave the pool at once; erased a day later unless one comes back' })
    .output(mineAnswer),
  availability: oc
    .route({ method: 'GET', path: '/substitutes/me/availability', tags, summary: 'One’s usual week and its exceptions' })
    .output(availabilitySchema),
  saveAvailability: oc
    .route({
      method: 'PUT',
      path: '/substitutes/me/availability',
      tags,
      summary: 'Change them; 409 with the calendar as it stands when changed elsewhere since',
    })
    .input(availabilityInput)
    .output(availabilitySchema),
  list: oc
    .route({
      method: 'GET',
      path: '/communes/{slug}/substitutes',
      tags,
      summary: 'The agents of a commune in the pool, or the people from outside, in alphabetical order',
    })
    .input(
      byCommune.extend({
        from: z.enum(['commune', 'outside']).default('commune'),
        /** Agreed to and still so, or waiting for it. */
        agreed: z.enum(['true', 'false']).optional(),
        metier: slugSchema.optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(pooledSchema).extend({ waitingCount: z.number().int() })),
  agree: oc
    .route({
      method: 'PUT',
      path: '/communes/{slug}/substitutes/{personId}/agreement',
      tags,
      summary: 'Record the employer’s standing agreement, or accept a person from outside',
    })
    .input(byPooled.extend({ until: calendarDateSchema.nullable().default(null) }))
    .output(pooledSchema),
  withdraw: oc
    .route({
      method: 'DELETE',
      path: '/communes/{slug}/substitutes/{personId}/agreement',
      tags,
      summary: 'Withdraw it; half-days already booked stand',
    })
    .input(byPooled)
    .output(pooledSchema),
  acts: oc
    .route({ method: 'GET', path: '/communes/{slug}/substitute-acts', tags, summary: 'Agreements given and withdrawn, the latest first' })
    .input(byCommune.extend(pageInput))
    .output(pageOf(agreementActSchema)),
};
