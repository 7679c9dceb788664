import { decideProposals } from '@beffroi/shared/collab/decide-proposals';
import { type ProposedChange, proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { DecisionTaken } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { Types } from 'mongoose';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { openDocument } from '../../collab/opened-document.ts';
import { now } from '../../platform/clock.ts';
import { inBackground } from '../../platform/logger.ts';
import { isObjectId } from '../../platform/object-id.ts';
import { personRef, refsOf } from '../accounts/accounts.queries.ts';
import type { AccessedTemplate } from '../templates/template-access.queries.ts';
import { settleDecision } from './settle-decision.ts';
import { SuggestionDecisionModel, type SuggestionDecisionRecord } from './suggestion-decision.model.ts';
import { presentDecision, presentSuggestion } from './suggestions.presenter.ts';

const gone = () => new AppError('not-found', { detail: 'Cette suggestion a déjà été acceptée, refusée ou retirée.' });

/** Decided at once without keeping everybody else waiting for long. */
const PORTION = 40;

/** Carries a decision out in the document, one suggestion after the other. @returns the ids of those that were there */
const changePortion = (document: LiveDocuments, documentId: string, ids: string[], decision: 'accept' | 'refuse', personId: string) =>
  document.edit(
    documentId,
    (doc) => {
      const { content, write } = openDocument(doc);
      const standing = new Set(proposalsOf(content).map(({ id }) => id));
      const found = ids.filter((id) => standing.has(id));
      let text = content;
      // Each for itself, so that the text between two of them is not rewritten and keeps what is anchored in it.
      for (const id of found) {
        text = decideProposals(text, new Set([id]), decision).doc;
        write(text);
      }
      return new Set(found);
    },
    [personId],
  );

const changeText = async (
  documents: LiveDocuments,
  documentId: string,
  ids: string[],
  decision: 'accept' | 'refuse',
  personId: string,
): Promise<Set<string>> => {
  const decided = new Set<string>();
  for (let from = 0; from < ids.length; from += PORTION) {
    const portion = ids.slice(from, from + PORTION);
    for (const id of await changePortion(documents, documentId, portion, decision, personId)) decided.add(id);
  }
  return decided;
};

/**
 * Decides on suggestions: written down first, then carried out in the text, then told to their authors, so that whatever is decided
 * is on record and a crash leaves nothing half done. Of two who decide at once, the first is followed.
 * @throws AppError `not-found` when none is left
 */
export const carryOutDecision = async (
  actor: Actor,
  { id, documentId, club }: AccessedTemplate,
  proposed: ProposedChange[],
  decision: DecisionTaken['decision'],
  documents: LiveDocuments,
): Promise<DecisionTaken> => {
  if (proposed.length === 0) throw gone();
  const [by, authors] = await Promise.all([
    personRef(actor.personId),
    refsOf([...new Set(proposed.map(({ authorId }) => authorId))].filter(isObjectId)),
  ]);
  const names = new Map(authors.map(({ id: authorId, name }) => [authorId, name]));
  const taken: SuggestionDecisionRecord = {
    _id: new Types.ObjectId(),
    templateId: id,
    documentId,
    clubId: club.id,
    decision,
    at: now(),
    by,
    suggestions: proposed.map((one) => presentSuggestion(one, names)),
    unsettled: new Date(),
  };
  await SuggestionDecisionModel.create(taken);
  const ids = proposed.map((one) => one.id);
  const decided = await changeText(documents, documentId, ids, decision === 'accept' ? 'accept' : 'refuse', actor.personId);
  const suggestions = taken.suggestions.filter((one) => decided.has(one.id));
  if (suggestions.length === 0) {
    await SuggestionDecisionModel.deleteOne({ _id: taken._id });
    throw gone();
  }
  if (suggestions.length < taken.suggestions.length) await SuggestionDecisionModel.updateOne({ _id: taken._id }, { $set: { suggestions } });
  inBackground('settle suggestion decision', () => settleDecision({ ...taken, suggestions }));
  return presentDecision({ ...taken, suggestions });
};
