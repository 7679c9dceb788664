import { model, Schema } from 'mongoose';

/** The notifications one person was sent by mail on one day: one document holds how many they may be. */
interface MailTally {
  /** `<person>:<day>` */
  _id: string;
  sent: string[];
  count: number;
  at: Date;
}

const tally = new Schema<MailTally>(
  {
    _id: { type: String, required: true },
    sent: { type: [String], default: [] },
    count: { type: Number, default: 0 },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
tally.index({ at: 1 }, { expireAfterSeconds: 3 * 86_400 });

export const MailTallyModel = model<MailTally>('MailTally', tally);
