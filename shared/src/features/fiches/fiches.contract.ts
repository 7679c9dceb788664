import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { richTextSchema } from '../../core/rich-text.ts';
import { threadInput } from '../forum/forum.contract.ts';
import { removalInput } from '../forum/forum-moderation.contract.ts';

/** Where a fiche comes from: the question and the answer that was accepted. */
export const ficheSourceSchema = z.object({
  threadId: idSchema,
  title: z.string(),
  askedBy: personRefSchema,
  replyId: idSchema,
  number: z.number().int(),
  answeredBy: personRefSchema,
  answeredAt: instantSchema,
});

export const ficheItemSchema = z.object({
  id: idSchema,
  clubSlug: slugSchema,
  title: z.string(),
  source: ficheSourceSchema,
  createdAt: instantSchema,
  createdBy: personRefSchema,
  /** When its text last changed; its creation at first. */
  revisedAt: instantSchema,
  revisedBy: personRefSchema,
  /** When the club means to look at it again. */
  reviewOn: z.iso.date().nullable(),
  version: z.number().int(),
});

export const ficheSchema = ficheItemSchema.extend({
  body: richTextSchema,
  /** Who took it out of sight and why, for those who animate its club; nobody else reads it then. */
  removal: z.object({ by: personRefSchema, reason: z.string(), at: instantSchema }).nullable(),
  /** Whether the answer it comes from can still be read. */
  sourceStands: z.boolean(),
  abilities: z.object({
    'fiche.edit': z.boolean(),
    'fiche.report': z.boolean(),
    'fiche.remove': z.boolean(),
    'fiche.restore': z.boolean(),
  }),
});

export const ficheRevisionSchema = z.object({
  version: z.number().int(),
  title: z.string(),
  body: richTextSchema,
  author: personRefSchema,
  at: instantSchema,
});
export type FicheSource = z.infer<typeof ficheSourceSchema>;
export type FicheItem = z.infer<typeof ficheItemSchema>;
export type Fiche = z.infer<typeof ficheSchema>;
export type FicheRevision = z.infer<typeof ficheRevisionSchema>;

const written = { ...threadInput.shape, reviewOn: z.iso.date('Une date complète\u00a0: jour, mois, année.').nullable() };
const byId = z.object({ id: idSchema });
const tags = ['fiches'];

export const fichesContract = {
  list: oc
    .route({ method: 'GET', path: '/clubs/{slug}/fiches', tags, summary: 'What a club keeps of its answers, the last revised first' })
    .input(z.object({ slug: slugSchema, ...pageInput }))
    .output(pageOf(ficheItemSchema)),
  create: oc
    .route({ method: 'POST', path: '/clubs/{slug}/fiches', tags, summary: 'Make a fiche of an accepted answer', successStatus: 201 })
    .input(z.object({ slug: slugSchema, threadId: idSchema, ...written, idempotencyKey: idempotencyKeySchema.optional() }))
    .output(ficheSchema),
  get: oc.route({ method: 'GET', path: '/fiches/{id}', tags, summary: 'A fiche' }).input(byId).output(ficheSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/fiches/{id}', tags, summary: 'Revise; 409 with the present text when `version` is not the last' })
    .input(byId.extend({ ...written, version: z.number().int().min(1) }))
    .output(ficheSchema),
  revisions: oc
    .route({ method: 'GET', path: '/fiches/{id}/revisions', tags, summary: 'Earlier versions, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(ficheRevisionSchema) })),
  remove: oc
    .route({
      method: 'POST',
      path: '/fiches/{id}/removal',
      tags,
      summary: 'Take a fiche and its versions out of sight, with a reason its author is told',
    })
    .input(byId.extend(removalInput.shape))
    .output(ficheSchema),
  restore: oc.route({ method: 'DELETE', path: '/fiches/{id}/removal', tags, summary: 'Put a fiche back' }).input(byId).output(ficheSchema),
  ofThread: oc
    .route({ method: 'GET', path: '/threads/{id}/fiche', tags, summary: 'The fiche a thread’s answer became, and whether one may make it' })
    .input(byId)
    .output(z.object({ fiche: ficheItemSchema.nullable(), abilities: z.object({ 'fiche.create': z.boolean() }) })),
};
