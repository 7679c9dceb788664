import { WAVE_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { model, Schema } from 'mongoose';
import { type SettingsTrail, settingsTrail } from '../../platform/settings-trail.ts';

interface WaveSettingsRecord extends SettingsTrail {
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
    ...settingsTrail,
  },
  { versionKey: false, collection: 'replacement_settings' },
);

export const WaveSettingsModel = model<WaveSettingsRecord>('WaveSettings', settings);
