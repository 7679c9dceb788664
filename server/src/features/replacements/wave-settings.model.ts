import { WAVE_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { model, Schema } from 'mongoose';

interface WaveSettingsRecord {
  /** « territory »: there is one. */
  _id: string;
  people: number;
  minutes: number;
  riskHours: number;
}

const settings = new Schema<WaveSettingsRecord>(
  {
    _id: { type: String, required: true },
    people: { type: Number, default: WAVE_LIMITS.people.usual },
    minutes: { type: Number, default: WAVE_LIMITS.minutes.usual },
    riskHours: { type: Number, default: WAVE_LIMITS.riskHours.usual },
  },
  { versionKey: false, collection: 'replacement_settings' },
);

export const WaveSettingsModel = model<WaveSettingsRecord>('WaveSettings', settings);
