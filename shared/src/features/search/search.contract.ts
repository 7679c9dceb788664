import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { THREAD_STATUSES } from '../forum/forum.vocabulary.ts';
import { TEMPLATE_LIMITS } from '../templates/templates.contract.ts';
import { TEMPLATE_KINDS, TEMPLATE_STATES } from '../templates/templates.vocabulary.ts';

export const QUERY_LENGTH_MAX = 200;
/** `total` counts no further than this: two pages, read at a cost that does not grow with the forum. */
export const TOTAL_CAP = 40;

export const HIT_KINDS = ['thread', 'reply', 'fiche', 'template'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export const searchHitSchema = z.object({
  kind: z.enum(HIT_KINDS),
  id: idSchema,
  /** A fiche's or a model's own id: neither follows a thread. */
  threadId: idSchema,
  /** The reply's number in its thread; null for the thread itself. */
  number: z.number().int().nullable(),
  title: z.string(),
  /** Holds every word found, in several fragments joined by « … » if need be. */
  excerpt: z.string(),
  /** Where the words stand: [start, end[ in UTF-16 units of `title` and of `excerpt`. */
  highlights: z.object({ title: z.array(z.tuple([z.number(), z.number()])), excerpt: z.array(z.tuple([z.number(), z.number()])) }),
  /** Of a model: where the excerpt stands, « Article 3 – Délais »; its id leads there, null while no editor gave it one. */
  article: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  clubSlug: slugSchema,
  author: personRefSchema,
  at: instantSchema,
  status: z.enum(THREAD_STATUSES),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchInput = z.object({
  q: z.string().trim().min(1, 'Écrivez au moins un mot.').max(QUERY_LENGTH_MAX, 'La recherche est trop longue.'),
  club: slugSchema.optional(),
  /** Only hits of this kind. */
  kind: z.enum(HIT_KINDS).optional(),
  /** Of models: with one of these three, nothing else is found. */
  templateKind: z.enum(TEMPLATE_KINDS).optional(),
  templateState: z.enum(TEMPLATE_STATES).optional(),
  tag: z.string().max(TEMPLATE_LIMITS.tag).optional(),
  /** Commune of the author. */
  commune: slugSchema.optional(),
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  resolved: z.enum(['true', 'false']).optional(),
  /** While typing, the last word counts as the beginning of one. */
  typing: z.enum(['true', 'false']).optional(),
  ...pageInput,
});

export const searchContract = {
  search: oc
    .route({ method: 'GET', path: '/search', tags: ['search'], summary: 'Everything the person may read that holds all the words' })
    .input(searchInput)
    .output(
      z.object({
        items: z.array(searchHitSchema),
        nextCursor: z.string().nullable(),
        total: z.number().int(),
        totalCapped: z.boolean(),
        /** Hits on fewer words, given only when few hold them all. */
        related: z.array(searchHitSchema),
      }),
    ),
};
