import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { removalInput } from '../forum/forum-moderation.contract.ts';
import { MODERATION_ACTIONS, REPORT_DECISIONS, REPORT_REASONS } from './moderation.vocabulary.ts';

export const REPORT_TEXT_MAX = 500;

const text = z
  .string()
  .trim()
  .max(REPORT_TEXT_MAX, `${REPORT_TEXT_MAX} caractères au plus.`)
  .refine((value) => !/[^\P{Cc}\n]/u.test(value), 'Le texte contient des caractères invisibles.');

/** A post somebody reported, and all who did. */
export const reportSchema = z.object({
  id: idSchema,
  threadId: idSchema,
  /** Where a fiche was reported; `threadId` is that of its source. */
  ficheId: idSchema.nullable(),
  clubSlug: slugSchema,
  /** The reply's number; null for the thread itself, or a fiche. */
  number: z.number().int().nullable(),
  title: z.string(),
  excerpt: z.string(),
  author: personRefSchema,
  /** The first reports, the oldest first, and how many there are. */
  reports: z.array(z.object({ by: personRefSchema, reason: z.enum(REPORT_REASONS), text: z.string(), at: instantSchema })),
  reportCount: z.number().int(),
  at: instantSchema,
});
export const trailEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  by: personRefSchema,
  action: z.enum(MODERATION_ACTIONS),
  target: z.object({
    kind: z.enum(['thread', 'reply', 'fiche', 'person', 'club', 'template']),
    id: idSchema,
    threadId: idSchema.nullable(),
    number: z.number().int().nullable(),
    /** The thread's or the fiche's title, or the name of the person, the club or the model, as it was then. */
    label: z.string(),
  }),
  reason: z.string().nullable(),
  /** What changed, in words: a club's name, a thread's title, a version. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Report = z.infer<typeof reportSchema>;
export type TrailEntry = z.infer<typeof trailEntrySchema>;

const byId = z.object({ id: idSchema });
const bySlug = z.object({ slug: slugSchema });
const newReport = byId.extend({ reason: z.enum(REPORT_REASONS), text: text.default('') });
const reported = z.object({ reported: z.literal(true) });
const tags = ['moderation'];

export const moderationContract = {
  reportThread: oc
    .route({
      method: 'POST',
      path: '/threads/{id}/reports',
      tags,
      summary: 'Report a thread to those who animate its club, once',
      successStatus: 201,
    })
    .input(newReport)
    .output(reported),
  reportReply: oc
    .route({
      method: 'POST',
      path: '/replies/{id}/reports',
      tags,
      summary: 'Report a reply to those who animate its club, once',
      successStatus: 201,
    })
    .input(newReport)
    .output(reported),
  reportFiche: oc
    .route({
      method: 'POST',
      path: '/fiches/{id}/reports',
      tags,
      summary: 'Report a fiche to those who animate its club, once',
      successStatus: 201,
    })
    .input(newReport)
    .output(reported),
  reports: oc
    .route({
      method: 'GET',
      path: '/clubs/{slug}/reports',
      tags,
      summary: 'Posts reported and not yet decided on, the latest reported first',
    })
    .input(bySlug.extend(pageInput))
    .output(pageOf(reportSchema)),
  decideReport: oc
    .route({
      method: 'POST',
      path: '/reports/{id}/decision',
      tags,
      summary: 'Dismiss a report, or remove the post; the reporters are told, and its author why it was removed',
    })
    .input(byId.extend({ decision: z.enum(REPORT_DECISIONS), reason: removalInput.shape.reason }))
    .output(z.object({ decision: z.enum(REPORT_DECISIONS) })),
  trail: oc
    .route({ method: 'GET', path: '/clubs/{slug}/moderation-log', tags, summary: 'The audit trail of a club, the latest first' })
    .input(bySlug.extend(pageInput))
    .output(pageOf(trailEntrySchema)),
};
