import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { DECISIONS, type DecisionTaken, type Suggestion } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { model, Schema, type Types } from 'mongoose';

/** What somebody decided at once on suggestions of a model, as they stood. */
export interface SuggestionDecisionRecord {
  _id: Types.ObjectId;
  templateId: string;
  documentId: string;
  clubId: string;
  decision: DecisionTaken['decision'];
  at: Date;
  by: PersonRef;
  suggestions: Suggestion[];
  /** Set until the text says so and their authors are told; see `settle-decision.ts`. */
  unsettled?: Date;
}

const { Mixed } = Schema.Types;
const decision = new Schema<SuggestionDecisionRecord>(
  {
    templateId: { type: String, required: true },
    documentId: { type: String, required: true },
    clubId: { type: String, required: true },
    decision: { type: String, enum: [...DECISIONS, 'withdraw'], required: true },
    at: { type: Date, required: true },
    by: { type: Mixed, required: true },
    suggestions: { type: [Mixed], default: [] } as never,
    unsettled: { type: Date },
  },
  { versionKey: false, minimize: false, collection: 'suggestiondecisions' },
);
// What was decided on a model, the last first.
decision.index({ templateId: 1, at: -1, _id: -1 });
// What a crash interrupted.
decision.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });

export const SuggestionDecisionModel = model<SuggestionDecisionRecord>('SuggestionDecision', decision);
