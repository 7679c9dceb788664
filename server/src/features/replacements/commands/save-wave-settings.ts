import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { WaveSettings } from '@beffroi/shared/features/replacements/missions.schemas';
import { canChangeWaves, canReadWaves } from '@beffroi/shared/features/replacements/replacements.policy';
import { changeSettings } from '../../../platform/settings-trail.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { WaveSettingsModel } from '../wave-settings.model.ts';
import { forgetWaveSettings, presentWaveSettings, TERRITORY, USUAL } from '../wave-settings.queries.ts';

/** Changes them for the territory. @throws AppError `not-found`, `forbidden` */
export const saveWaveSettings = async (actor: Actor, settings: WaveSettings) => {
  if (!canReadWaves(actor)) throw new AppError('not-found');
  if (!canChangeWaves(actor)) throw new AppError('forbidden');
  const by = await personRef(actor.personId);
  await changeSettings(WaveSettingsModel, { where: { _id: TERRITORY }, usual: { ...USUAL }, to: settings, by });
  forgetWaveSettings();
  return presentWaveSettings(actor, settings);
};
