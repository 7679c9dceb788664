import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { settingsTrailSchema } from '../../core/settings-trail.ts';

/** Where a commune is reckoned from: its town hall, or its centre. */
export const centreSchema = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

export const communeSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  kind: z.enum(['commune', 'epci']),
  population: z.number().int().nullable(),
  personCount: z.number().int(),
  /** Null while nobody said where it is: no distance is shown then. */
  centre: centreSchema.nullable(),
  abilities: z.object({ 'commune.set-centre': z.boolean() }),
  /** Who moved its centre; empty for those who may not. */
  centreTrail: settingsTrailSchema,
});

export const personCardSchema = z.object({
  id: idSchema,
  name: z.string(),
  function: z.string(),
  communes: z.array(z.object({ slug: slugSchema, name: z.string() })),
  expertise: z.array(z.string()),
  clubs: z.array(z.object({ slug: slugSchema, pilot: z.boolean() })),
});
export const personSchema = personCardSchema.extend({ email: z.string(), phone: z.string().nullable() });
export type Commune = z.infer<typeof communeSchema>;
export type PersonCard = z.infer<typeof personCardSchema>;
export type Person = z.infer<typeof personSchema>;

export const directoryContract = {
  communes: oc
    .route({ method: 'GET', path: '/communes', tags: ['directory'], summary: 'The communes of the territory and their EPCI' })
    .output(pageOf(communeSchema)),
  setCentre: oc
    .route({ method: 'PUT', path: '/communes/{slug}/centre', tags: ['directory'], summary: 'Say where a commune is reckoned from' })
    .input(z.object({ slug: slugSchema, centre: centreSchema.nullable() }))
    .output(z.object({ centre: centreSchema.nullable() })),
  people: oc
    .route({
      method: 'GET',
      path: '/people',
      tags: ['directory'],
      summary: 'People, by the beginnings of words of their name, function, commune or expertise; those of `club` only when given',
    })
    .input(
      z.object({ q: z.string().trim().max(120).optional(), commune: slugSchema.optional(), club: slugSchema.optional(), ...pageInput }),
    )
    .output(pageOf(personCardSchema)),
  person: oc
    .route({ method: 'GET', path: '/people/{id}', tags: ['directory'], summary: 'One person' })
    .input(z.object({ id: idSchema }))
    .output(personSchema),
};
