import type { VacancySettings } from '@beffroi/shared/features/vacancies/vacancies.contract';
import { model, Schema } from 'mongoose';
import { type SettingsTrail, settingsTrail } from '../../platform/settings-trail.ts';

/** What a commune's offers begin with, and whether they are shown to everyone; one document a commune, named after it. */
export interface VacancySettingsRecord extends VacancySettings, SettingsTrail {
  _id: string;
}

const text = { type: String, default: '' };
const settings = new Schema<VacancySettingsRecord>(
  {
    _id: { type: String, required: true },
    publicPage: { type: Boolean, default: false },
    authority: text,
    organisation: text,
    contact: text,
    recipient: text,
    benefits: text,
    ...settingsTrail,
  },
  { versionKey: false, collection: 'vacancy_settings' },
);

export const VacancySettingsModel = model<VacancySettingsRecord>('VacancySettings', settings);
