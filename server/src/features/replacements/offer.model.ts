import type { HalfDay } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { model, Schema, type Types } from 'mongoose';

/** The half-days of one need one substitute said she can come for; gone without a trace when she takes it back. */
export interface OfferRecord {
  _id: Types.ObjectId;
  replacementId: string;
  substituteId: string;
  substitute: PersonRef;
  lender: string | null;
  slots: HalfDay[];
  at: Date;
  /** When the last half-day of the need ends. */
  until: Date;
  /** Set until the need's readers and HR are told; see `settle-offer.ts`. */
  unsettled?: Date;
}

/** What was offered and not taken is of no use once the need is over. */
const KEPT_S = 60 * 86_400;

const offer = new Schema<OfferRecord>(
  {
    replacementId: { type: String, required: true },
    substituteId: { type: String, required: true },
    substitute: { type: Schema.Types.Mixed, required: true },
    lender: { type: String, default: null },
    slots: { type: [new Schema<HalfDay>({ date: String, half: String }, { _id: false })], required: true },
    at: { type: Date, required: true },
    until: { type: Date, required: true },
    unsettled: Date,
  },
  { versionKey: false },
);
// One offer a person; all those of a need.
offer.index({ replacementId: 1, substituteId: 1 }, { unique: true });
// Hers, those still of use.
offer.index({ substituteId: 1, until: 1 });
offer.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
offer.index({ until: 1 }, { expireAfterSeconds: KEPT_S });

export const OfferModel = model<OfferRecord>('Offer', offer);
