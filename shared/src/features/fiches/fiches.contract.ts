import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { richTextSchema } from '../../core/rich-text.ts';
import { threadInput } from '../forum/forum.contract.ts';

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
  abilities: z.object({ 'fiche.edit': z.boolean() }),
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

const written = { ...threadInput.shape, reviewOn: z.iso.date('Une date complète : jour, mois, année.').nullable() };
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
  ofThread: oc
    .route({ method: 'GET', path: '/threads/{id}/fiche', tags, summary: 'The fiche a thread’s answer became, and whether one may make it' })
    .input(byId)
    .output(z.object({ fiche: ficheItemSchema.nullable(), abilities: z.object({ 'fiche.create': z.boolean() }) })),
};
