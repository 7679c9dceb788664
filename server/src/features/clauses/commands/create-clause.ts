import { createHash } from 'node:crypto';
import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { proposeText } from '@beffroi/shared/collab/propose-text';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { type PersonRef, personLabel } from '@beffroi/shared/core/person-ref';
import { plainText } from '@beffroi/shared/core/rich-text';
import type { ThreadClause } from '@beffroi/shared/features/clauses/clauses.contract';
import { canPropose } from '@beffroi/shared/features/suggestions/suggestions.policy';
import type { Doc } from 'yjs';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { openDocument } from '../../../collab/opened-document.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { acceptedText } from '../../forum/accepted-answer.queries.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { articleEnd } from '../article-end.ts';
import { ClauseModel, type ClauseRecord } from '../clause.model.ts';
import { presentThreadClause } from '../clauses.queries.ts';

interface NewClause {
  id: string;
  templateId: string;
  articleId: string | null;
}

/** Writes the answer as a suggestion at the end of the article, once: sent again, it is found to be there. @returns the article’s name */
const propose = (doc: Doc, articleId: string | null, answer: string, author: PersonRef, proposalId: string): string => {
  const { content, write } = openDocument(doc);
  const end = articleEnd(content, articleId);
  if (!end) throw new AppError('conflict', { detail: 'Cet article n’est plus dans le modèle : choisissez-en un autre.', current: null });
  if (proposalsOf(content).some(({ id }) => id === proposalId)) return end.name;
  const proposing = { authorId: author.id, authorName: personLabel(author), at: now().toISOString(), newId: () => proposalId };
  const suggested = proposeText(content, { from: end.pos, to: end.pos }, `\n${answer}`, proposing);
  if (!suggested?.transform)
    throw new AppError('conflict', { detail: suggested?.refused ?? 'Cette réponse n’a pas de texte à proposer.', current: null });
  write(suggested.transform.doc);
  return end.name;
};

/**
 * Proposes the accepted answer of a thread as a clause: at the end of the article chosen, as a suggestion of the actor’s, with a link
 * between the two that both pages show.
 * @throws AppError `not-found`, `forbidden` (no accepted answer, or no right to propose there), `conflict` (already proposed, or the
 * article is gone)
 */
export const createClause = async (
  actor: Actor,
  { id, templateId, articleId }: NewClause,
  documents: LiveDocuments,
): Promise<ThreadClause> => {
  const body = await acceptedText(actor, id);
  const template = await accessTemplate(actor, templateId, canPropose);
  if (!body) throw new AppError('forbidden');
  const by = await personRef(actor.personId);
  if (await ClauseModel.exists({ threadId: id, templateId, articleId }))
    throw new AppError('conflict', { detail: 'Cette réponse est déjà proposée dans cet article.', current: null });
  const proposalId = createHash('sha256').update(`clause ${id} ${templateId} ${articleId}`).digest('hex').slice(0, 24);
  const article = await documents.edit(template.documentId, (doc) => propose(doc, articleId, plainText(body), by, proposalId), [
    actor.personId,
  ]);
  try {
    const clause = await ClauseModel.create({ threadId: id, templateId, articleId, article: article || template.title, by, at: now() });
    return presentThreadClause(clause.toObject() as ClauseRecord, template);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError('conflict', { detail: 'Cette réponse est déjà proposée dans cet article.', current: null, cause: error });
  }
};
