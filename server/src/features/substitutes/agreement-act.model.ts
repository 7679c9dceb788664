import { TRAIL_KEPT_DAYS } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import type { AgreementAct } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { model, Schema } from 'mongoose';

/** An agreement given or withdrawn. Written once, never changed. */
export interface AgreementActFields {
  /** Chosen with the act, so that copying it twice writes it once. */
  _id: string;
  commune: string;
  at: Date;
  act: AgreementAct;
  by: { id: string; name: string };
  person: { id: string; name: string };
  until: string | null;
}

const named = new Schema({ id: String, name: String }, { _id: false });
const agreementAct = new Schema<AgreementActFields>(
  {
    _id: { type: String, required: true },
    commune: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    act: { type: String, required: true, immutable: true },
    by: { type: named, required: true, immutable: true },
    person: { type: named, required: true, immutable: true },
    until: { type: String, default: null, immutable: true },
  },
  { versionKey: false },
);
// A commune's journal, the latest first.
agreementAct.index({ commune: 1, _id: -1 });

// Long enough to answer who asks why, and no longer.
agreementAct.index({ at: 1 }, { expireAfterSeconds: TRAIL_KEPT_DAYS * 86_400 });

export const AgreementActModel = model<AgreementActFields>('AgreementAct', agreementAct);
