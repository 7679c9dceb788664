import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { proposeBlocks } from '@beffroi/shared/collab/propose-blocks';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { type PersonRef, personLabel } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { ThreadClause } from '@beffroi/shared/features/clauses/clauses.contract';
import { canPropose } from '@beffroi/shared/features/suggestions/suggestions.policy';
import type { Doc } from 'yjs';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { openDocument } from '../../../collab/opened-document.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { publish } from '../../../platform/events.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { acceptedText } from '../../forum/accepted-answer.queries.ts';
import { assertRoomForSuggestion } from '../../suggestions/suggestions.queries.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { answerBlocks } from '../answer-blocks.ts';
import { articleEnd } from '../article-end.ts';
import { ClauseModel, type ClauseRecord } from '../clause.model.ts';
import { asInText, clauseProposalId, clauseStates, textOf } from '../clause-standing.queries.ts';
import { presentThreadClause } from '../clauses.queries.ts';

interface NewClause {
  id: string;
  templateId: string;
  articleId: string | null;
}

/** Writes the answer as a suggestion at the end of the article, once: sent again, it is found to be there. */
const propose = (doc: Doc, articleId: string | null, answer: RichText, author: PersonRef, proposalId: string) => {
  const { content, write } = openDocument(doc);
  const end = articleEnd(content, articleId);
  if (!end)
    throw new AppError('conflict', { detail: 'Cet article n’est plus dans le modèle\u00a0: choisissez-en un autre.', current: null });
  const waiting = proposalsOf(content);
  const standing = waiting.find(({ id }) => id === proposalId);
  if (standing) return { article: end.name, made: standing };
  assertRoomForSuggestion(waiting.length);
  const proposing = { authorId: author.id, authorName: personLabel(author), at: now().toISOString(), newId: () => proposalId };
  const blocks = answerBlocks(answer);
  if (blocks.length === 0) throw new AppError('conflict', { detail: 'Cette réponse n’a pas de texte à proposer.', current: null });
  const suggested = proposeBlocks(content, end.pos, blocks, proposing);
  if (!suggested.transform) throw new AppError('conflict', { detail: suggested.refused, current: null });
  write(suggested.transform.doc);
  return { article: end.name, made: proposalsOf(suggested.transform.doc).find(({ id }) => id === proposalId) };
};

const alreadyThere = (cause?: unknown) =>
  new AppError('conflict', { detail: 'Cette réponse est déjà proposée dans cet article.', current: null, cause });

/** One record an article, whoever comes first: of two who propose it at once, or again at once, one is refused. */
const keep = async (
  fields: Omit<ClauseRecord, '_id' | 'again' | 'gone'>,
  before: ClauseRecord | null,
  again?: number,
): Promise<ClauseRecord> => {
  if (before) {
    const unmoved = { _id: before._id, again: before.again ?? { $exists: false } };
    const kept = await ClauseModel.findOneAndUpdate(
      unmoved,
      { $set: { ...fields, again }, $unset: { gone: 1 } },
      { returnDocument: 'after' },
    ).lean<ClauseRecord>();
    if (!kept) throw alreadyThere();
    return kept;
  }
  try {
    return (await ClauseModel.create(fields)).toObject() as ClauseRecord;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw alreadyThere(error);
  }
};

/**
 * Proposes the accepted answer of a thread as a clause: at the end of the article chosen, set as it was written there (lists, emphasis,
 * links), as a suggestion of the actor’s, with a link between the two that both pages show; once refused there, or taken out of the
 * text, it may be proposed again. Those who animate the club are told.
 * @throws AppError `not-found`, `forbidden` (no accepted answer, no right to propose there, or too much waits there already), `conflict` (already proposed, or the
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
  const place = { threadId: id, templateId, articleId };
  const before = await ClauseModel.findOne(place).lean<ClauseRecord>();
  // As the text has it now, which may be later than it was last looked at.
  const standing = before && asInText(before, await textOf(template.documentId, documents));
  if (standing && ['proposed', 'accepted'].includes((await clauseStates([standing]))(standing))) throw alreadyThere();
  const again = before ? (before.again ?? 0) + 1 : undefined;
  const proposalId = clauseProposalId({ ...place, again });
  const { article, made } = await documents.edit(template.documentId, (doc) => propose(doc, articleId, body, by, proposalId), [
    actor.personId,
  ]);
  // Before the record: cut off between the two, it is sent again and both are done.
  if (made) await publish('clauses.clause.proposed', { templateId, byId: by.id, authorName: personLabel(by), made });
  const clause = await keep({ ...place, article: article || template.title, by, at: now() }, before, again);
  return presentThreadClause(clause, template, 'proposed');
};
