import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { richTextSchema } from '../../core/rich-text.ts';
import { keepsToItsLine, showsSomething } from '../../core/visible-text.ts';
import { readingSchema, unreadFields } from '../attention/thread-reading.contract.ts';
import { tagSchema, threadTagsInput } from '../clubs/club-tags.contract.ts';
import { ANNOUNCEMENT_AUDIENCES, THREAD_KINDS, THREAD_STATUSES } from './forum.vocabulary.ts';
import { kindFields, readersPageSchema, receiptsSchema, refuseForeignFields, watchSchema } from './thread-kinds.contract.ts';

export const TITLE_LENGTH = { min: 8, max: 160 } as const;

const title = z
  .string()
  .trim()
  .min(TITLE_LENGTH.min, `Un titre d’au moins ${TITLE_LENGTH.min} caractères aide à vous répondre.`)
  .max(TITLE_LENGTH.max, `Un titre de ${TITLE_LENGTH.max} caractères au plus\u00a0; le détail va dans le texte.`)
  // Control characters and line breaks have no place in a title and disturb mails, logs and lists.
  .refine(keepsToItsLine, 'Le titre contient des caractères invisibles.')
  .refine(showsSomething, 'Ce titre n’a que des caractères invisibles\u00a0: écrivez-le en toutes lettres.');

export const threadInput = z.object({ title, body: richTextSchema });
export const replyInput = z.object({ body: richTextSchema });

export const threadItemSchema = z.object({
  id: idSchema,
  clubSlug: slugSchema,
  kind: z.enum(THREAD_KINDS),
  title: z.string(),
  excerpt: z.string(),
  author: personRefSchema,
  createdAt: instantSchema,
  status: z.enum(THREAD_STATUSES),
  resolved: z.boolean(),
  replyCount: z.number().int(),
  meTooCount: z.number().int(),
  lastActivityAt: instantSchema,
  lastReplyBy: personRefSchema.nullable(),
  /** A legal watch alone: when what it tells takes effect. */
  effectiveOn: z.iso.date().optional(),
  /** Left out where it has none. */
  tags: z.array(tagSchema).optional(),
  ...unreadFields,
  pinned: z.boolean(),
  /** No more replies: closed by who animates the club, or asked before. */
  closed: z.boolean(),
  /** Asked before: it was linked to the first thread. */
  duplicate: z.boolean(),
});

/** Why and by whom a text was taken out of sight; told to its author and to those who animate the club. */
export const removalSchema = z.object({ by: personRefSchema, reason: z.string() });

export const replySchema = z.object({
  id: idSchema,
  threadId: idSchema,
  /** The thread's reply counter when it was posted: 1, 2, 3… without gap. */
  number: z.number().int(),
  /** The top-level reply this one answers; null at top level. */
  parentId: idSchema.nullable(),
  author: personRefSchema,
  /** Null once deleted. */
  body: richTextSchema.nullable(),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
  /** Who last edited it: its author, or who animates the club. */
  editedBy: personRefSchema.nullable(),
  /** Grows by one at each edit; an edit names the one it starts from. */
  version: z.number().int(),
  deleted: z.boolean(),
  removal: removalSchema.nullable(),
  usefulCount: z.number().int(),
  /** Whether the reader found it useful. */
  useful: z.boolean(),
  abilities: z.object({
    'reply.edit': z.boolean(),
    'reply.delete': z.boolean(),
    'reply.restore': z.boolean(),
    'reply.accept': z.boolean(),
    'reply.vote': z.boolean(),
    'reply.remove': z.boolean(),
    'reply.report': z.boolean(),
  }),
});

export const threadSchema = threadItemSchema.omit({ excerpt: true, unread: true, isNew: true }).extend({
  clubId: idSchema,
  body: richTextSchema.nullable(),
  /** Null but on a legal watch, or where it was written without. */
  watch: watchSchema.nullable(),
  /** Null but on an announcement. */
  audience: z.enum(ANNOUNCEMENT_AUDIENCES).nullable(),
  editedAt: instantSchema.nullable(),
  /** Who last edited it: its author, or who animates the club. */
  editedBy: personRefSchema.nullable(),
  version: z.number().int(),
  deleted: z.boolean(),
  removal: removalSchema.nullable(),
  closure: z.object({ at: instantSchema, by: personRefSchema, reason: z.string().nullable() }).nullable(),
  /** The first thread that asked this; null also when the reader may not read it. */
  duplicateOf: z.object({ id: idSchema, title: z.string(), clubSlug: slugSchema }).nullable(),
  /** How many threads asked the same later and were linked to this one. */
  duplicateCount: z.number().int(),
  acceptedReplyId: idSchema.nullable(),
  /** Colleagues invited to answer. */
  invited: z.array(personRefSchema),
  /** Whether the reader asks the same. */
  meToo: z.boolean(),
  /** How many communes ask the same, the asker's included. */
  communeCount: z.number().int(),
  abilities: z.object({
    'thread.reply': z.boolean(),
    'thread.edit': z.boolean(),
    'thread.delete': z.boolean(),
    'thread.restore': z.boolean(),
    'thread.me-too': z.boolean(),
    'thread.accept': z.boolean(),
    'thread.invite': z.boolean(),
    'thread.acknowledge': z.boolean(),
    'thread.visit-club': z.boolean(),
    'thread.see-readers': z.boolean(),
    'thread.moderate': z.boolean(),
    'thread.move': z.boolean(),
    'thread.remove': z.boolean(),
    'thread.report': z.boolean(),
  }),
});
const repliesPage = pageOf(replySchema);
export const threadPageSchema = threadSchema.extend({
  replies: repliesPage,
  reading: readingSchema,
});
export const revisionSchema = z.object({
  version: z.number().int(),
  title: z.string().nullable(),
  body: richTextSchema,
  /** What a legal watch stated then. */
  watch: watchSchema.nullable(),
  author: personRefSchema,
  at: instantSchema,
});
/** A colleague who answered such questions before, and how often. */
const invitableSchema = z.object({ person: personRefSchema, answered: z.number().int(), accepted: z.number().int() });
export type Invitable = z.infer<typeof invitableSchema>;
export type ThreadItem = z.infer<typeof threadItemSchema>;
export type Thread = z.infer<typeof threadSchema>;
export type ThreadPage = z.infer<typeof threadPageSchema>;
export type Reply = z.infer<typeof replySchema>;
export type Revision = z.infer<typeof revisionSchema>;

const byId = z.object({ id: idSchema });
const bySlug = z.object({ slug: slugSchema });
const after = z.coerce.number().int().min(0).optional();
const version = z.number().int().min(1);
const idempotencyKey = idempotencyKeySchema.optional();
const tags = ['forum'];

export const forumContract = {
  list: oc
    .route({ method: 'GET', path: '/clubs/{slug}/threads', tags, summary: 'Threads of a club, the most recently active first' })
    .input(
      bySlug.extend({
        status: z.enum(THREAD_STATUSES).optional(),
        kind: z.enum(THREAD_KINDS).optional(),
        tag: slugSchema.optional(),
        since: instantSchema.optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(threadItemSchema)),
  create: oc
    .route({ method: 'POST', path: '/clubs/{slug}/threads', tags, summary: 'Start a thread', successStatus: 201 })
    .input(
      bySlug
        .extend({ kind: z.enum(THREAD_KINDS), ...threadInput.shape, ...kindFields, tags: threadTagsInput, idempotencyKey })
        .superRefine((input, context) =>
          refuseForeignFields(input, (path, message) => context.addIssue({ code: 'custom', path: [path], message })),
        ),
    )
    .output(threadPageSchema),
  similar: oc
    .route({ method: 'GET', path: '/threads/similar', tags, summary: 'Threads close to a title being typed, resolved ones first' })
    .input(z.object({ title: z.string().max(300), club: slugSchema.optional() }))
    .output(z.object({ items: z.array(threadItemSchema) })),
  waiting: oc
    .route({
      method: 'GET',
      path: '/threads/waiting',
      tags,
      summary: 'Open questions of the person’s clubs that are not her own, the latest first',
    })
    .input(z.object(pageInput))
    .output(pageOf(threadItemSchema)),
  get: oc
    .route({ method: 'GET', path: '/threads/{id}', tags, summary: 'A thread and its replies whose number is greater than `after`' })
    .input(byId.extend({ after, limit: pageInput.limit }))
    .output(threadPageSchema),
  replies: oc
    .route({ method: 'GET', path: '/threads/{id}/replies', tags, summary: 'Replies whose number is greater than `after`, in order' })
    .input(byId.extend({ after, ...pageInput }))
    .output(repliesPage),
  edit: oc
    .route({ method: 'PATCH', path: '/threads/{id}', tags, summary: 'Edit; 409 with the present text when `version` is not the last' })
    .input(byId.extend({ ...threadInput.shape, watch: kindFields.watch, tags: threadTagsInput, version }))
    .output(threadSchema),
  delete: oc
    .route({ method: 'DELETE', path: '/threads/{id}', tags, summary: 'Delete, which can be undone' })
    .input(byId)
    .output(threadSchema),
  restore: oc.route({ method: 'POST', path: '/threads/{id}/restore', tags, summary: 'Undo a deletion' }).input(byId).output(threadSchema),
  revisions: oc
    .route({ method: 'GET', path: '/threads/{id}/revisions', tags, summary: 'Earlier versions, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(revisionSchema) })),
  setMeToo: oc.route({ method: 'PUT', path: '/threads/{id}/me-too', tags, summary: '« Moi aussi »' }).input(byId).output(threadSchema),
  unsetMeToo: oc
    .route({ method: 'DELETE', path: '/threads/{id}/me-too', tags, summary: 'Take back « moi aussi »' })
    .input(byId)
    .output(threadSchema),
  receipts: oc
    .route({ method: 'GET', path: '/threads/{id}/receipts', tags, summary: 'Who has read an announcement' })
    .input(byId)
    .output(receiptsSchema),
  readers: oc
    .route({ method: 'GET', path: '/threads/{id}/readers', tags, summary: 'Its readers of one commune, or of none, before a rank' })
    .input(byId.extend({ commune: slugSchema.optional(), before: z.coerce.number().int().min(1).optional() }))
    .output(readersPageSchema),
  acknowledge: oc
    .route({ method: 'PUT', path: '/threads/{id}/receipt', tags, summary: 'The reader has read an announcement' })
    .input(byId)
    .output(receiptsSchema),
  invitable: oc
    .route({ method: 'GET', path: '/threads/{id}/invitable', tags, summary: 'Colleagues to invite to answer, the least solicited first' })
    .input(byId)
    .output(z.object({ items: z.array(invitableSchema) })),
  invite: oc
    .route({ method: 'POST', path: '/threads/{id}/invitations', tags, summary: 'Invite one of them to answer', successStatus: 201 })
    .input(byId.extend({ personId: idSchema }))
    .output(threadSchema),
  accept: oc
    .route({ method: 'PUT', path: '/threads/{id}/acceptance', tags, summary: 'The asker or a pilot accepts an answer' })
    .input(byId.extend({ replyId: idSchema }))
    .output(threadSchema),
  unaccept: oc
    .route({ method: 'DELETE', path: '/threads/{id}/acceptance', tags, summary: 'Take back the acceptance' })
    .input(byId)
    .output(threadSchema),
  reply: oc
    .route({
      method: 'POST',
      path: '/threads/{id}/replies',
      tags,
      summary: 'Reply, to the thread or to one of its top-level replies',
      successStatus: 201,
    })
    .input(byId.extend({ ...replyInput.shape, parentId: idSchema.nullish(), idempotencyKey }))
    .output(replySchema),
  editReply: oc
    .route({ method: 'PATCH', path: '/replies/{id}', tags, summary: 'Edit; 409 with the present text when `version` is not the last' })
    .input(byId.extend({ ...replyInput.shape, version }))
    .output(replySchema),
  deleteReply: oc
    .route({ method: 'DELETE', path: '/replies/{id}', tags, summary: 'Delete, which can be undone' })
    .input(byId)
    .output(replySchema),
  restoreReply: oc
    .route({ method: 'POST', path: '/replies/{id}/restore', tags, summary: 'Undo a deletion' })
    .input(byId)
    .output(replySchema),
  replyRevisions: oc
    .route({ method: 'GET', path: '/replies/{id}/revisions', tags, summary: 'Earlier versions, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(revisionSchema) })),
  setUseful: oc.route({ method: 'PUT', path: '/replies/{id}/useful', tags, summary: 'Found useful' }).input(byId).output(replySchema),
  unsetUseful: oc
    .route({ method: 'DELETE', path: '/replies/{id}/useful', tags, summary: 'Take back « utile »' })
    .input(byId)
    .output(replySchema),
};
