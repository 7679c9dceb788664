import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';

export const communeSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  kind: z.enum(['commune', 'epci']),
  population: z.number().int().nullable(),
  personCount: z.number().int(),
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
