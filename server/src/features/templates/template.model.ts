import type { PersonRef } from '@beffroi/shared/core/person-ref';
import {
  TEMPLATE_KINDS,
  TEMPLATE_STATES,
  type TemplateKind,
  type TemplateState,
} from '@beffroi/shared/features/templates/templates.vocabulary';
import { model, Schema, type Types } from 'mongoose';

export interface StateChangeRecord {
  at: Date;
  by: PersonRef;
  from: TemplateState | null;
  to: TemplateState;
  validated: number | null;
  note: string;
}

/** A model document; its text is the live document `documentId`. */
export interface TemplateRecord {
  _id: Types.ObjectId;
  clubId: string;
  documentId: string;
  kind: TemplateKind;
  title: string;
  summary: string;
  tags: string[];
  state: TemplateState;
  validatedCount: number;
  /** Who changed its state, and when: in the document itself, so that no change is without its line. */
  trail: StateChangeRecord[];
  createdAt: Date;
  createdBy: PersonRef;
  changedAt: Date;
  changedBy: PersonRef;
  /** Of title, kind, summary, tags and state. */
  version: number;
  /** Who wrote since the last version kept of its text. */
  writers: PersonRef[];
  /** When each of them last wrote, by person; forgotten once the text went quiet. */
  wroteAt?: Record<string, Date>;
  /** Its text changed since that version. */
  unversioned?: boolean;
  deletedAt: Date | null;
  /** Set by a write until all that follows from it is done; see `settle-template.ts`. */
  unsettled?: Date;
  idempotencyKey?: string;
}

const { Mixed } = Schema.Types;
const change = new Schema<StateChangeRecord>(
  { at: Date, by: Mixed, from: String, to: String, validated: Number, note: String },
  { _id: false },
);
const template = new Schema<TemplateRecord>(
  {
    clubId: { type: String, required: true },
    documentId: { type: String, required: true },
    kind: { type: String, enum: TEMPLATE_KINDS, required: true },
    title: { type: String, required: true },
    summary: { type: String, default: '' },
    tags: { type: [String], default: [] },
    state: { type: String, enum: TEMPLATE_STATES, default: 'draft' },
    validatedCount: { type: Number, default: 0 },
    trail: { type: [change], default: [] },
    createdAt: { type: Date, required: true },
    createdBy: { type: Mixed, required: true },
    changedAt: { type: Date, required: true },
    changedBy: { type: Mixed, required: true },
    version: { type: Number, default: 1 },
    writers: { type: [Mixed], default: [] } as never,
    wroteAt: { type: Mixed },
    unversioned: { type: Boolean },
    deletedAt: { type: Date, default: null },
    unsettled: { type: Date },
    idempotencyKey: { type: String },
  },
  { versionKey: false, minimize: false },
);
// The document's policy is asked by each connection to its room.
template.index({ documentId: 1 }, { unique: true });
// A club's list and the library, in the order shown.
template.index({ clubId: 1, changedAt: -1, _id: -1 });
// What has gone quiet since it was written in.
template.index({ unversioned: 1, changedAt: 1 }, { partialFilterExpression: { unversioned: { $exists: true } } });
template.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
// Sent again with the same key, a model is made once.
template.index({ 'createdBy.id': 1, idempotencyKey: 1 }, { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } });

export const TemplateModel = model<TemplateRecord>('Template', template);
