import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { FicheSource } from '@beffroi/shared/features/fiches/fiches.contract';
import { model, Schema, type Types } from 'mongoose';
import { type ModerationAct, pendingActs } from '../../platform/audit-trail.ts';

export interface FicheRecord {
  _id: Types.ObjectId;
  clubId: string;
  threadId: string;
  title: string;
  body: RichText;
  /** As they were when it was made: the discussion may be deleted, the fiche still says whom it owes. */
  source: FicheSource;
  createdAt: Date;
  createdBy: PersonRef;
  revisedAt: Date;
  revisedBy: PersonRef;
  reviewOn: string | null;
  version: number;
  /** Taken out of sight in the club's name. */
  removal?: { by: PersonRef; reason: string; at: Date } | null;
  /** Not yet copied to the club's trail. */
  acts?: ModerationAct[];
  /** Set by a write until all that follows from it is done; see `settle-fiche.ts`. */
  unsettled?: Date;
  idempotencyKey?: string;
}

const { Mixed } = Schema.Types;
const fiche = new Schema<FicheRecord>(
  {
    clubId: { type: String, required: true },
    threadId: { type: String, required: true },
    title: { type: String, required: true },
    body: { type: Mixed, required: true },
    source: { type: Mixed, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: Mixed, required: true },
    revisedAt: { type: Date, required: true },
    revisedBy: { type: Mixed, required: true },
    reviewOn: { type: String, default: null },
    version: { type: Number, default: 1 },
    removal: { type: Mixed, default: null },
    acts: pendingActs,
    unsettled: { type: Date },
    idempotencyKey: { type: String },
  },
  { versionKey: false, minimize: false },
);
// A question becomes one fiche, whoever else makes one at the same instant.
fiche.index({ threadId: 1 }, { unique: true });
// A club's list, in the order shown.
fiche.index({ clubId: 1, revisedAt: -1, _id: -1 });
// What a crash interrupted.
fiche.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });

export const FicheModel = model<FicheRecord>('Fiche', fiche);

/** A fiche as it stood before a revision. */
export interface FicheRevisionRecord {
  ficheId: Types.ObjectId;
  version: number;
  title: string;
  body: RichText;
  author: PersonRef;
  at: Date;
}

const revision = new Schema<FicheRevisionRecord>(
  {
    ficheId: { type: Schema.Types.ObjectId, required: true },
    version: { type: Number, required: true },
    title: { type: String, required: true },
    body: { type: Mixed, required: true },
    author: { type: Mixed, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'fiche_revisions', versionKey: false, minimize: false },
);
revision.index({ ficheId: 1, version: -1 }, { unique: true });

export const FicheRevisionModel = model<FicheRevisionRecord>('FicheRevision', revision);
