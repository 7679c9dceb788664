import { outlineOf } from '@beffroi/shared/collab/document-outline';
import type { Actor } from '@beffroi/shared/core/actor';
import {
  CLAUSES_MAX,
  type ClauseState,
  type OutlineEntry,
  type TemplateClause,
  type ThreadClause,
} from '@beffroi/shared/features/clauses/clauses.contract';
import { canReadTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { acceptedAnswer } from '../forum/accepted-answer.queries.ts';
import { threadNotices } from '../forum/forum-notices.queries.ts';
import { type AccessedTemplate, accessedTemplates, accessTemplate } from '../templates/template-access.queries.ts';
import { mayProposeSomewhere } from '../templates/templates.queries.ts';
import { ClauseModel, type ClauseRecord } from './clause.model.ts';
import { asInText, clauseStates, textOf } from './clause-standing.queries.ts';

export const presentThreadClause = (clause: ClauseRecord, { id, kind, title }: AccessedTemplate, state: ClauseState): ThreadClause => ({
  id: clause._id.toHexString(),
  articleId: clause.articleId,
  article: clause.article,
  state,
  by: clause.by,
  at: clause.at.toISOString(),
  template: { id, kind, title },
});

/**
 * The articles that came of a thread, those the actor may read, and whether she may propose one: as their texts said when they were last
 * looked at, so that none of them is opened. @throws AppError `not-found`
 */
export const clausesOfThread = async (actor: Actor, id: string) => {
  const { answer } = await acceptedAnswer(actor, id);
  const clauses = await ClauseModel.find({ threadId: id }).sort({ at: 1 }).limit(CLAUSES_MAX).lean<ClauseRecord[]>();
  const templates =
    clauses.length > 0
      ? await accessedTemplates([...new Set(clauses.map(({ templateId }) => templateId))])
      : new Map<string, AccessedTemplate>();
  const stateOf = await clauseStates(clauses);
  const items = clauses.flatMap((clause): ThreadClause[] => {
    const template = templates.get(clause.templateId);
    return template && canReadTemplate(actor, template.facts) ? [presentThreadClause(clause, template, stateOf(clause))] : [];
  });
  return { items, abilities: { 'clause.create': answer !== null && mayProposeSomewhere(actor) } };
};

/** The threads the articles of a model came of, those the actor may read. @throws AppError `not-found` */
export const clausesOfTemplate = async (actor: Actor, id: string, documents: LiveDocuments): Promise<{ items: TemplateClause[] }> => {
  const { documentId } = await accessTemplate(actor, id, canReadTemplate);
  const kept = await ClauseModel.find({ templateId: id }).sort({ at: -1 }).limit(CLAUSES_MAX).lean<ClauseRecord[]>();
  if (kept.length === 0) return { items: [] };
  const text = await textOf(documentId, documents);
  const clauses = kept.map((clause) => asInText(clause, text));
  const threads = await threadNotices(clauses.map(({ threadId }) => threadId));
  const stateOf = await clauseStates(clauses);
  const items = clauses.flatMap((clause): TemplateClause[] => {
    const { _id, threadId, articleId, article, by, at } = clause;
    const thread = threads.get(threadId);
    if (!thread?.mayRead(actor)) return [];
    const { club, title } = thread;
    const from = { id: threadId, clubSlug: club.slug, title };
    return [{ id: _id.toHexString(), articleId, article, state: stateOf(clause), by, at: at.toISOString(), thread: from }];
  });
  return { items };
};

/** The headings of a model that may be named, with their numbers. @throws AppError `not-found` */
export const templateOutline = async (actor: Actor, id: string, documents: LiveDocuments): Promise<{ items: OutlineEntry[] }> => {
  const { documentId } = await accessTemplate(actor, id, canReadTemplate);
  const outline = outlineOf(contentOf(await documents.read(documentId)));
  return {
    items: outline.flatMap(({ id: headingId, level, number, text }) => (headingId ? [{ id: headingId, level, number, text }] : [])),
  };
};
