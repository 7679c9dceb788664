import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { QUERY_LENGTH_MAX } from '../search/search.contract.ts';
import { TEMPLATE_KINDS } from '../templates/templates.vocabulary.ts';

/** A thread discusses few articles, and an article comes of few threads. */
export const CLAUSES_MAX = 50;

/**
 * What became of the proposal, as it was decided; withdrawn: by its author, or nothing of it is left in the text and nobody decided.
 * Refused or withdrawn, the answer may be proposed there again.
 */
const CLAUSE_STATES = ['proposed', 'accepted', 'refused', 'withdrawn'] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

const clause = {
  id: idSchema,
  /** The heading it stands under; null at the end of the document. */
  articleId: idSchema.nullable(),
  /** « Article 6 – Prix » as it is called now; as it was last called, where the article is gone. */
  article: z.string(),
  state: z.enum(CLAUSE_STATES),
  by: personRefSchema,
  at: instantSchema,
};
export const threadClauseSchema = z.object({
  ...clause,
  template: z.object({ id: idSchema, kind: z.enum(TEMPLATE_KINDS), title: z.string() }),
});
export const templateClauseSchema = z.object({
  ...clause,
  thread: z.object({ id: idSchema, clubSlug: slugSchema, title: z.string() }),
});
export const outlineEntrySchema = z.object({ id: idSchema, level: z.number().int(), number: z.string(), text: z.string() });
/** A model one may propose in. */
export const modelForClauseSchema = z.object({
  id: idSchema,
  kind: z.enum(TEMPLATE_KINDS),
  title: z.string(),
  clubSlug: slugSchema,
  clubName: z.string(),
  /** The article the words looked for stand in; null where it is the title that holds them, or none were given. */
  found: z.string().nullable(),
});
export type ModelForClause = z.infer<typeof modelForClauseSchema>;
export type ThreadClause = z.infer<typeof threadClauseSchema>;
export type TemplateClause = z.infer<typeof templateClauseSchema>;
export type OutlineEntry = z.infer<typeof outlineEntrySchema>;

const byId = z.object({ id: idSchema });
const tags = ['clauses'];

export const clausesContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/threads/{id}/clauses',
      tags,
      summary: 'Propose the accepted answer of a thread as a clause of a model, at the end of an article',
      successStatus: 201,
    })
    .input(byId.extend({ templateId: idSchema, articleId: idSchema.nullable() }))
    .output(threadClauseSchema),
  ofThread: oc
    .route({
      method: 'GET',
      path: '/threads/{id}/clauses',
      tags,
      summary: 'The articles that came of a thread, and whether one may add one',
    })
    .input(byId)
    .output(z.object({ items: z.array(threadClauseSchema), abilities: z.object({ 'clause.create': z.boolean() }) })),
  models: oc
    .route({
      method: 'GET',
      path: '/threads/{id}/clauses/models',
      tags,
      summary: 'The models one may propose its answer in, club by club, its own first; with words, those that hold them all',
    })
    .input(byId.extend({ q: z.string().trim().max(QUERY_LENGTH_MAX).optional() }))
    .output(z.object({ items: z.array(modelForClauseSchema), more: z.boolean() })),
  ofTemplate: oc
    .route({ method: 'GET', path: '/templates/{id}/clauses', tags, summary: 'The threads its articles came of' })
    .input(byId)
    .output(z.object({ items: z.array(templateClauseSchema) })),
  outline: oc
    .route({ method: 'GET', path: '/templates/{id}/outline', tags, summary: 'The headings of a model, with their numbers' })
    .input(byId)
    .output(z.object({ items: z.array(outlineEntrySchema) })),
};
