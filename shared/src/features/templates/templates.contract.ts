import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { showsSomething } from '../../core/visible-text.ts';
import { DOCUMENT_LEVELS, TEMPLATE_KINDS, TEMPLATE_STATES } from './templates.vocabulary.ts';

export const TEMPLATE_LIMITS = { title: 160, summary: 400, tags: 5, tag: 30, note: 500 } as const;

export const templateItemSchema = z.object({
  id: idSchema,
  /** Of its Yjs document: `/collab/{documentId}`. */
  documentId: idSchema,
  clubSlug: slugSchema,
  clubName: z.string(),
  kind: z.enum(TEMPLATE_KINDS),
  title: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  state: z.enum(TEMPLATE_STATES),
  /** Versions validated so far; the last of them is the one communes use. */
  validatedCount: z.number().int(),
  createdAt: instantSchema,
  createdBy: personRefSchema,
  /** When its text last changed. */
  changedAt: instantSchema,
  changedBy: personRefSchema,
  /** Who has it open and wrote in it these last minutes, the first few. */
  writing: z.array(personRefSchema),
  /** Who else has it open to write, the first few. */
  opened: z.array(personRefSchema),
});

export const templateSchema = templateItemSchema.extend({
  level: z.enum(DOCUMENT_LEVELS),
  stateAt: instantSchema,
  stateBy: personRefSchema,
  /** Raised by each change of title, kind, summary, tags or state. */
  version: z.number().int(),
  deletedAt: instantSchema.nullable(),
  abilities: z.object({
    'template.suggest': z.boolean(),
    'template.edit': z.boolean(),
    'template.describe': z.boolean(),
    'template.delete': z.boolean(),
    'template.restore': z.boolean(),
    'template.to-draft': z.boolean(),
    'template.to-review': z.boolean(),
    'template.validate': z.boolean(),
    'template.replace': z.boolean(),
  }),
});

export const stateChangeSchema = z.object({
  at: instantSchema,
  by: personRefSchema,
  /** Whether whoever did it has left the club since, or her account is shut. */
  left: z.boolean(),
  from: z.enum(TEMPLATE_STATES).nullable(),
  to: z.enum(TEMPLATE_STATES),
  /** The number it was validated under. */
  validated: z.number().int().nullable(),
  note: z.string(),
});
export type TemplateItem = z.infer<typeof templateItemSchema>;
export type Template = z.infer<typeof templateSchema>;
export type StateChange = z.infer<typeof stateChangeSchema>;

const line = (max: number, empty: string) =>
  z
    .string()
    .trim()
    .max(max, `Pas plus de ${max} caractères.`)
    .refine((value) => !/\p{Cc}/u.test(value), 'Ce texte contient des caractères invisibles.')
    .refine(showsSomething, empty);

export const templateInput = z.object({
  kind: z.enum(TEMPLATE_KINDS),
  title: line(TEMPLATE_LIMITS.title, 'Donnez un titre au modèle.'),
  summary: z.string().trim().max(TEMPLATE_LIMITS.summary, `Pas plus de ${TEMPLATE_LIMITS.summary} caractères.`).default(''),
  tags: z
    .array(line(TEMPLATE_LIMITS.tag, 'Une étiquette est vide.'))
    .max(TEMPLATE_LIMITS.tags, `Pas plus de ${TEMPLATE_LIMITS.tags} étiquettes.`)
    .default([]),
});

const filters = {
  kind: z.enum(TEMPLATE_KINDS).optional(),
  state: z.enum(TEMPLATE_STATES).optional(),
  tag: z.string().max(TEMPLATE_LIMITS.tag).optional(),
};
const byId = z.object({ id: idSchema });
const tags = ['templates'];

export const templatesContract = {
  library: oc
    .route({ method: 'GET', path: '/templates', tags, summary: 'The models of every club one reads, the last changed first' })
    .input(z.object({ ...pageInput, ...filters }))
    .output(pageOf(templateItemSchema)),
  writing: oc
    .route({
      method: 'GET',
      path: '/templates/writing',
      tags,
      summary: 'Those somebody has open to write in the clubs one reads, and who wrote these last minutes',
    })
    .output(z.object({ items: z.array(templateItemSchema) })),
  list: oc
    .route({ method: 'GET', path: '/clubs/{slug}/templates', tags, summary: 'The models of a club, the last changed first' })
    .input(z.object({ slug: slugSchema, ...pageInput, ...filters }))
    .output(pageOf(templateItemSchema).extend({ abilities: z.object({ 'template.create': z.boolean() }) })),
  create: oc
    .route({ method: 'POST', path: '/clubs/{slug}/templates', tags, summary: 'Begin a model, an empty draft', successStatus: 201 })
    .input(z.object({ slug: slugSchema, ...templateInput.shape, idempotencyKey: idempotencyKeySchema.optional() }))
    .output(templateSchema),
  get: oc.route({ method: 'GET', path: '/templates/{id}', tags, summary: 'A model' }).input(byId).output(templateSchema),
  content: oc
    .route({ method: 'GET', path: '/templates/{id}/content', tags, summary: 'Its present text, a ProseMirror document' })
    .input(byId)
    .output(z.object({ content: z.looseObject({ type: z.literal('doc') }), changedAt: instantSchema })),
  describe: oc
    .route({ method: 'PATCH', path: '/templates/{id}', tags, summary: 'Change its title, kind, summary or tags' })
    .input(byId.extend({ ...templateInput.shape, version: z.number().int().min(1) }))
    .output(templateSchema),
  delete: oc
    .route({ method: 'DELETE', path: '/templates/{id}', tags, summary: 'Delete a draft; it can be restored' })
    .input(byId)
    .output(templateSchema),
  restore: oc
    .route({ method: 'POST', path: '/templates/{id}/restore', tags, summary: 'Take a deletion back' })
    .input(byId)
    .output(templateSchema),
  changeState: oc
    .route({
      method: 'POST',
      path: '/templates/{id}/state',
      tags,
      summary: 'Send to review, validate (frozen as the next version), take up again',
    })
    .input(
      byId.extend({
        to: z.enum(TEMPLATE_STATES),
        version: z.number().int().min(1),
        note: z.string().trim().max(TEMPLATE_LIMITS.note, `Pas plus de ${TEMPLATE_LIMITS.note} caractères.`).default(''),
      }),
    )
    .output(templateSchema),
  trail: oc
    .route({ method: 'GET', path: '/templates/{id}/trail', tags, summary: 'Who changed its state, and when; the last first' })
    .input(byId)
    .output(z.object({ items: z.array(stateChangeSchema) })),
};
