import type { ProposedChange } from '@beffroi/shared/collab/proposals';
import type { DecisionTaken, Suggestion } from '@beffroi/shared/features/suggestions/suggestions.contract';
import type { SuggestionDecisionRecord } from './suggestion-decision.model.ts';

/** Enough to recognise what was proposed; the whole text is in the versions. */
const KEPT = 300;
const shortened = (text: string): string => (text.length > KEPT ? `${text.slice(0, KEPT - 1)}…` : text);

/** @param names the names of authors by their ids, so that none is taken from the document, where an editor could write another */
export const presentSuggestion = (change: ProposedChange, names: ReadonlyMap<string, string>): Suggestion => ({
  id: change.id,
  author: { id: change.authorId, name: names.get(change.authorId) ?? 'Auteur inconnu' },
  at: change.at,
  deletedText: shortened(change.deletedText),
  insertedText: shortened(change.insertedText),
});

export const presentDecision = ({ _id, decision, at, by, suggestions }: SuggestionDecisionRecord): DecisionTaken => ({
  id: _id.toHexString(),
  decision,
  at: at.toISOString(),
  by,
  suggestions,
});

/** « chaque trimestre » → « une fois par an ». */
export const inWords = ({ deletedText, insertedText }: Suggestion): string => {
  const [before, after] = [deletedText, insertedText].map((text) => text.replaceAll('\n', ' ').trim());
  if (before && after) return `«\u00a0${before}\u00a0» → «\u00a0${after}\u00a0»`;
  return `«\u00a0${before || after}\u00a0»`;
};
