import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { model, Schema } from 'mongoose';

/** A mail that tells the service where somebody comes, or that she no longer does: one an act and a person, its id says which. */
export interface PlaceMailRecord {
  _id: string;
  replacementId: string;
  substitute: PersonRef;
  to: string;
  fromName: string;
  subject: string;
  text: string;
  at: Date;
  /** When it is to be sent; absent once it was, or was given up. */
  dueAt?: Date;
  tries: number;
  /** One too many for its address that day: it is not sent, and HR reads so. */
  tooMany?: true;
}

/** What was sent is in the trail; names and addresses are not kept beside it. */
const KEPT_S = 30 * 86_400;

const placeMail = new Schema<PlaceMailRecord>(
  {
    _id: { type: String, required: true },
    replacementId: { type: String, required: true },
    substitute: { type: Schema.Types.Mixed, required: true },
    to: { type: String, required: true },
    fromName: { type: String, required: true },
    subject: { type: String, required: true },
    text: { type: String, required: true },
    at: { type: Date, required: true },
    dueAt: Date,
    tries: { type: Number, default: 0 },
    tooMany: Boolean,
  },
  { versionKey: false, collection: 'replacement_place_mails' },
);
placeMail.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
// How many an address was sent lately.
placeMail.index({ to: 1, at: 1 });
placeMail.index({ at: 1 }, { expireAfterSeconds: KEPT_S });

export const PlaceMailModel = model<PlaceMailRecord>('PlaceMail', placeMail);
