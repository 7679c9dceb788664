import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { imagesOf, plainText, richTextSchema } from '../../core/rich-text.ts';
import { removalSchema } from '../forum/forum.contract.ts';
import { removalInput } from '../forum/forum-moderation.contract.ts';
import { anchorSchema } from '../suggestions/suggestions.contract.ts';

export const COMMENT_LIMITS = {
  text: 4_000,
  /** Of the passage kept beside a comment. */
  quote: 300,
  /** In one document, resolved ones included. */
  threads: 1_000,
  replies: 100,
} as const;

const body = richTextSchema
  .refine((text) => plainText(text).length <= COMMENT_LIMITS.text, `Un commentaire de ${COMMENT_LIMITS.text} caractères au plus.`)
  .refine((text) => imagesOf(text).length === 0, 'Un commentaire n’a pas d’image.');

export const commentSchema = z.object({
  id: idSchema,
  author: personRefSchema,
  /** Who wrote it in Word, and when, as the file it was imported from says: its author here imported it. Null for what was written here. */
  imported: z.object({ author: z.string(), at: instantSchema.nullable() }).nullable(),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
  version: z.number().int(),
  /** Null once deleted. */
  body: richTextSchema.nullable(),
  deleted: z.boolean(),
  /** Who took it out of sight and why, for its author and those who lead the model; null for others. */
  removal: removalSchema.nullable(),
  abilities: z.object({
    'comment.edit': z.boolean(),
    'comment.delete': z.boolean(),
    'comment.remove': z.boolean(),
    'comment.restore': z.boolean(),
  }),
});

/** A comment with what was answered to it. */
export const commentThreadSchema = commentSchema.extend({
  templateId: idSchema,
  /** What was commented, as Yjs relative positions; its text is kept, also when it is gone from the document. */
  anchor: anchorSchema,
  quote: z.string(),
  /** By nobody here where it was resolved in Word. */
  resolution: z.object({ at: instantSchema, by: personRefSchema.nullable() }).nullable(),
  replies: z.array(commentSchema),
  abilities: commentSchema.shape.abilities.extend({ 'comment.reply': z.boolean(), 'comment.resolve': z.boolean() }),
});
export type Comment = z.infer<typeof commentSchema>;
export type CommentThread = z.infer<typeof commentThreadSchema>;

const byId = z.object({ id: idSchema });
const tags = ['comments'];
const idempotencyKey = idempotencyKeySchema.optional();

export const commentsContract = {
  list: oc
    .route({ method: 'GET', path: '/templates/{id}/comments', tags, summary: 'Comments on a model, the last begun first' })
    .input(byId.extend({ status: z.enum(['open', 'resolved']).optional(), ...pageInput }))
    .output(pageOf(commentThreadSchema).extend({ abilities: z.object({ 'comment.create': z.boolean() }) })),
  create: oc
    .route({
      method: 'POST',
      path: '/templates/{id}/comments',
      tags,
      summary: 'Comment a passage; 409 when it is gone',
      successStatus: 201,
    })
    .input(byId.extend({ anchor: anchorSchema, body, idempotencyKey }))
    .output(commentThreadSchema),
  reply: oc
    .route({ method: 'POST', path: '/comments/{id}/replies', tags, summary: 'Answer a comment', successStatus: 201 })
    .input(byId.extend({ body, idempotencyKey }))
    .output(commentThreadSchema),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/comments/{id}',
      tags,
      summary: 'Edit a comment or an answer of one’s own; 409 when `version` is not the last',
    })
    .input(byId.extend({ body, version: z.number().int().min(1) }))
    .output(commentThreadSchema),
  delete: oc
    .route({ method: 'DELETE', path: '/comments/{id}', tags, summary: 'Delete a comment or an answer of one’s own, which can be undone' })
    .input(byId)
    .output(commentThreadSchema),
  remove: oc
    .route({
      method: 'POST',
      path: '/comments/{id}/removal',
      tags,
      summary: 'Take somebody’s comment or answer out of sight, with a reason its author is told',
    })
    .input(byId.extend(removalInput.shape))
    .output(commentThreadSchema),
  restore: oc
    .route({ method: 'POST', path: '/comments/{id}/restore', tags, summary: 'Undo a deletion' })
    .input(byId)
    .output(commentThreadSchema),
  resolve: oc
    .route({ method: 'PUT', path: '/comments/{id}/resolution', tags, summary: 'Nothing is left to be said' })
    .input(byId)
    .output(commentThreadSchema),
  reopen: oc
    .route({ method: 'DELETE', path: '/comments/{id}/resolution', tags, summary: 'Something is, after all' })
    .input(byId)
    .output(commentThreadSchema),
};
