import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { showsSomething } from '../../core/visible-text.ts';
import { VERSION_ORIGINS } from './templates.vocabulary.ts';

export const VERSION_NAME_LENGTH = 100;

export const versionItemSchema = z.object({
  /** Counts from one in each document. */
  number: z.number().int(),
  origin: z.enum(VERSION_ORIGINS),
  /** Empty where nobody named it. */
  name: z.string(),
  at: instantSchema,
  /** Who asked for it; null for an automatic one. */
  by: personRefSchema.nullable(),
  /** Who wrote since the version before. */
  authors: z.array(personRefSchema),
  /** « v2 »: the number it was validated under. */
  validated: z.number().int().nullable(),
  /** A validated version after which another was validated. */
  replaced: z.boolean(),
});
export const contentSchema = z.looseObject({ type: z.literal('doc') });

/** A run of words of a compared block. */
export const comparedRunSchema = z.object({ text: z.string(), change: z.enum(['kept', 'added', 'removed']) });
export const comparedBlockSchema = z.object({
  kind: z.enum(['heading', 'paragraph', 'item', 'row', 'image', 'break']),
  /** Of a heading: 1 to 3. Of an item: how deep it is nested. */
  level: z.number().int(),
  number: z.string(),
  change: z.enum(['kept', 'added', 'removed', 'changed']),
  /** It is set otherwise: bold, struck, a link, its alignment, a picture, merged cells. Its words may be the same. */
  restyled: z.boolean(),
  runs: z.array(comparedRunSchema),
});
export type VersionItem = z.infer<typeof versionItemSchema>;
export type ComparedRun = z.infer<typeof comparedRunSchema>;
export type ComparedBlock = z.infer<typeof comparedBlockSchema>;

const byId = z.object({ id: idSchema });
const version = z.coerce.number().int().min(1);
const tags = ['templates'];

export const documentVersionsContract = {
  versions: oc
    .route({ method: 'GET', path: '/templates/{id}/versions', tags, summary: 'Its versions, the last first' })
    .input(byId.extend(pageInput))
    .output(pageOf(versionItemSchema)),
  nameVersion: oc
    .route({ method: 'POST', path: '/templates/{id}/versions', tags, summary: 'Keep the present text under a name', successStatus: 201 })
    .input(
      byId.extend({
        name: z
          .string()
          .trim()
          .max(VERSION_NAME_LENGTH, `Pas plus de ${VERSION_NAME_LENGTH} caractères.`)
          .refine(showsSomething, 'Donnez un nom à cette version.'),
      }),
    )
    .output(versionItemSchema),
  version: oc
    .route({ method: 'GET', path: '/templates/{id}/versions/{number}', tags, summary: 'A version and its text' })
    .input(byId.extend({ number: version }))
    .output(versionItemSchema.extend({ content: contentSchema })),
  comparison: oc
    .route({
      method: 'GET',
      path: '/templates/{id}/comparison',
      tags,
      summary: 'What changed from one version to another, block by block; without `to`, to the present text',
    })
    .input(byId.extend({ from: version, to: version.optional() }))
    .output(z.object({ blocks: z.array(comparedBlockSchema), changes: z.number().int() })),
  restoreVersion: oc
    .route({
      method: 'POST',
      path: '/templates/{id}/versions/{number}/restore',
      tags,
      summary: 'Write the text of a version as the present one, which is kept as a version first',
      successStatus: 201,
    })
    .input(byId.extend({ number: version }))
    .output(versionItemSchema),
};
