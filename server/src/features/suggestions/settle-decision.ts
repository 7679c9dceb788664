import { proposalsOf } from '@beffroi/shared/collab/proposals';
import type { DecisionTaken, Suggestion } from '@beffroi/shared/features/suggestions/suggestions.contract';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { SuggestionDecisionModel, type SuggestionDecisionRecord } from './suggestion-decision.model.ts';
import { inWords } from './suggestions.presenter.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

const SAID: Record<DecisionTaken['decision'], [one: string, several: string]> = {
  accept: ['Suggestion acceptée', 'suggestions acceptées'],
  refuse: ['Suggestion non retenue', 'suggestions non retenues'],
  withdraw: ['Suggestion retirée', 'suggestions retirées'],
};

const noteOf = (decision: DecisionTaken['decision'], suggestions: Suggestion[]): string => {
  const [one, several] = SAID[decision];
  const [first] = suggestions;
  return suggestions.length === 1 && first ? `${one}\u00a0: ${inWords(first)}` : `${suggestions.length} ${several}`;
};

/** Tells each author, once, what became of what she proposed; whoever decides of her own knows. */
export const settleDecision = async ({ _id, ...taken }: SuggestionDecisionRecord): Promise<void> => {
  const { by, decision, clubId, templateId, at, suggestions } = taken;
  const authors = new Set(suggestions.map(({ author }) => author.id).filter((id) => id !== by.id));
  for (const authorId of authors) {
    const theirs = suggestions.filter(({ author }) => author.id === authorId);
    const key = `suggestions:${_id.toHexString()}:${authorId}`;
    const to = { people: [authorId] };
    await notify({ key, kind: 'suggestion-decision', byId: by.id, clubId, templateId, at, note: noteOf(decision, theirs), to });
  }
  await SuggestionDecisionModel.updateOne({ _id }, { $unset: { unsettled: 1 } });
};

/** A decision written down that the text does not follow was not carried out: it is struck from the record. */
const finish = async (taken: SuggestionDecisionRecord, documents: LiveDocuments): Promise<void> => {
  const standing = new Set(proposalsOf(contentOf(await documents.read(taken.documentId))).map(({ id }) => id));
  const suggestions = taken.suggestions.filter(({ id }) => !standing.has(id));
  if (suggestions.length === 0) return void (await SuggestionDecisionModel.deleteOne({ _id: taken._id }));
  await SuggestionDecisionModel.updateOne({ _id: taken._id }, { $set: { suggestions } });
  await settleDecision({ ...taken, suggestions });
};

/** Carries out what a crash interrupted; `all` at start. Twice does no harm. */
export const sweepDecisions = async (documents: LiveDocuments, { all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  const left = await SuggestionDecisionModel.find({ unsettled: overdue }).limit(1_000).lean<SuggestionDecisionRecord[]>();
  for (const taken of left)
    await finish(taken, documents).catch((error: unknown) => logger.error({ err: error }, 'suggestion decision not settled'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingDecisions = (documents: LiveDocuments): (() => Promise<void>) =>
  startRecurring({ name: 'sweep suggestion decisions', everyMs: SWEEP_EVERY_MS, work: () => sweepDecisions(documents) });
