import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { WaveSettings } from '@beffroi/shared/features/replacements/missions.schemas';
import { canChangeWaves, canReadWaves } from '@beffroi/shared/features/replacements/replacements.policy';
import { WaveSettingsModel } from '../wave-settings.model.ts';
import { forgetWaveSettings, presentWaveSettings, TERRITORY } from '../wave-settings.queries.ts';

/** Changes them for the territory. @throws AppError `not-found`, `forbidden` */
export const saveWaveSettings = async (actor: Actor, settings: WaveSettings) => {
  if (!canReadWaves(actor)) throw new AppError('not-found');
  if (!canChangeWaves(actor)) throw new AppError('forbidden');
  await WaveSettingsModel.updateOne({ _id: TERRITORY }, { $set: settings }, { upsert: true });
  forgetWaveSettings();
  return presentWaveSettings(actor, settings);
};
