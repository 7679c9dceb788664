import { model, Schema } from 'mongoose';

/** The passwords better-auth keeps. Declared for the one rule it leaves to the store: a person has one, whatever happens at once. */
const account = new Schema(
  { userId: { type: Schema.Types.ObjectId, required: true }, providerId: { type: String, required: true } },
  { collection: 'accounts', versionKey: false },
);
account.index({ userId: 1, providerId: 1 }, { unique: true });

export const AccountModel = model('Account', account);
