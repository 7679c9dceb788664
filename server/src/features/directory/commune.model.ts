import { type InferSchemaType, model, Schema } from 'mongoose';
import { type SettingsTrail, settingsTrail } from '../../platform/settings-trail.ts';

/** A commune of the territory, or its EPCI; identifiers as INSEE and SIRENE give them. */
const commune = new Schema(
  {
    slug: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, enum: ['commune', 'epci'], required: true },
    inseeCode: { type: String, default: null },
    siren: { type: String, default: null },
    postalCodes: { type: [String], default: [] },
    population: { type: Number, default: null },
    latitude: { type: Number, default: null },
    longitude: { type: Number, default: null },
    ...settingsTrail,
  },
  { versionKey: false },
);
commune.index({ slug: 1 }, { unique: true });

export type CommuneFields = Omit<InferSchemaType<typeof commune>, keyof SettingsTrail> & SettingsTrail;
export const CommuneModel = model<CommuneFields>('Commune', commune as unknown as Schema<CommuneFields>);
