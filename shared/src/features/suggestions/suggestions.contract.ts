import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';

export const SUGGESTION_LIMITS = {
  /** Of the passage and of the text wanted in its place; longer is written as several suggestions. */
  text: 5_000,
  /** Waiting in one document. */
  waiting: 500,
  /** Decided at once. */
  decided: 500,
} as const;

export const DECISIONS = ['accept', 'refuse'] as const;
export type SuggestionDecision = (typeof DECISIONS)[number];

/** A Yjs relative position, in base64. */
export const relativePositionSchema = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'Position illisible.');
export const anchorSchema = z.object({ from: relativePositionSchema, to: relativePositionSchema });

/** A proposed change, as it stands in the document. */
export const suggestionSchema = z.object({
  id: idSchema,
  author: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  deletedText: z.string(),
  insertedText: z.string(),
});
/** Who decided on what, and when. */
export const decisionSchema = z.object({
  id: idSchema,
  /** « withdraw »: by its own author. */
  decision: z.enum([...DECISIONS, 'withdraw']),
  at: instantSchema,
  by: personRefSchema,
  suggestions: z.array(suggestionSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
export type DecisionTaken = z.infer<typeof decisionSchema>;

const byId = z.object({ id: idSchema });
const tags = ['suggestions'];
const text = z
  .string()
  .max(SUGGESTION_LIMITS.text, `Pas plus de ${SUGGESTION_LIMITS.text} caractères à la fois.`)
  .refine((value) => !/[^\P{Cc}\n\t]/u.test(value), 'Ce texte contient des caractères invisibles.');
const chosen = z
  .object({
    ...byId.shape,
    decision: z.enum(DECISIONS),
    ids: z.array(idSchema).min(1).max(SUGGESTION_LIMITS.decided).optional(),
    /** The id of a heading: all that is proposed under it. */
    articleId: idSchema.optional(),
    all: z.literal(true).optional(),
  })
  .refine(
    ({ ids, articleId, all }) => [ids, articleId, all].filter((one) => one !== undefined).length === 1,
    'Indiquez les suggestions, un article, ou toutes.',
  );

export const suggestionsContract = {
  propose: oc
    .route({
      method: 'POST',
      path: '/templates/{id}/suggestions',
      tags,
      summary: 'Propose another text for a passage; 409 when it is no longer what was read',
      successStatus: 201,
    })
    .input(byId.extend({ anchor: anchorSchema, quote: text, text, idempotencyKey: idempotencyKeySchema.optional() }))
    .output(suggestionSchema),
  decide: oc
    .route({
      method: 'POST',
      path: '/templates/{id}/suggestions/decisions',
      tags,
      summary: 'Accept or refuse suggestions: these, those of an article, or all',
    })
    .input(chosen)
    .output(decisionSchema),
  withdraw: oc
    .route({
      method: 'DELETE',
      path: '/templates/{id}/suggestions/{suggestionId}',
      tags,
      summary: 'Take back a suggestion of one’s own',
    })
    .input(byId.extend({ suggestionId: idSchema }))
    .output(decisionSchema),
  decisions: oc
    .route({
      method: 'GET',
      path: '/templates/{id}/suggestions/decisions',
      tags,
      summary: 'What was decided, by whom and when; the last first',
    })
    .input(byId.extend(pageInput))
    .output(pageOf(decisionSchema)),
};
