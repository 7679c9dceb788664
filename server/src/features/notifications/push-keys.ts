import { model, Schema } from 'mongoose';
import webPush from 'web-push';
import { forgetAtClose } from '../../platform/forget-at-close.ts';

/** What tells push services who we are (RFC 8292). Made once for the territory and kept in its data: every process uses the same. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

const PushKeysModel = model(
  'PushKeys',
  new Schema(
    { _id: { type: String, required: true }, publicKey: { type: String, required: true }, privateKey: { type: String, required: true } },
    { versionKey: false },
  ),
);

let known: PushKeys | undefined;
forgetAtClose(() => {
  known = undefined;
});

/** The keys of this territory; the first process that asks makes them. */
export const pushKeys = async (): Promise<PushKeys> => {
  if (known) return known;
  const kept =
    (await PushKeysModel.findById('vapid').lean()) ??
    (await PushKeysModel.findOneAndUpdate(
      { _id: 'vapid' },
      { $setOnInsert: webPush.generateVAPIDKeys() },
      { upsert: true, returnDocument: 'after' },
    ).lean());
  known = { publicKey: kept.publicKey, privateKey: kept.privateKey };
  return known;
};
