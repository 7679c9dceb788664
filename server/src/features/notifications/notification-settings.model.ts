import {
  CHANNELS,
  type Channel,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { model, Schema } from 'mongoose';

interface Choice {
  kind: NotificationKind;
  channel: Channel;
}

/** What one person chose; what she did not choose is as usual. */
export interface SettingsRecord {
  /** The person. */
  _id: string;
  kinds: Choice[];
  exceptions: (Choice & { clubId: string })[];
  mailsPerDay: number | null;
}

const choice = {
  kind: { type: String, enum: NOTIFICATION_KINDS, required: true },
  channel: { type: String, enum: CHANNELS, required: true },
};

const settings = new Schema<SettingsRecord>(
  {
    _id: { type: String, required: true },
    kinds: { type: [new Schema(choice, { _id: false })], default: [] },
    exceptions: { type: [new Schema({ clubId: { type: String, required: true }, ...choice }, { _id: false })], default: [] },
    mailsPerDay: { type: Number, default: null },
  },
  { versionKey: false },
);

export const SettingsModel = model<SettingsRecord>('NotificationSettings', settings);
