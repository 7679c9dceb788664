import { model, Schema } from 'mongoose';

/** A browser that shows what its person is told while Beffroi is closed. */
export interface PushDevice {
  /** A digest of the endpoint: a browser is one device, whoever signs in on it. */
  _id: string;
  personId: string;
  endpoint: string;
  keys: { p256dh: string; auth: string };
  since: Date;
}

const device = new Schema<PushDevice>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    endpoint: { type: String, required: true },
    keys: {
      type: new Schema({ p256dh: { type: String, required: true }, auth: { type: String, required: true } }, { _id: false }),
      required: true,
    },
    since: { type: Date, required: true },
  },
  { versionKey: false },
);
device.index({ personId: 1, since: -1 });

export const PushDeviceModel = model<PushDevice>('PushDevice', device);
