import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { SettingsActItem } from '@beffroi/shared/core/settings-trail';
import type { WaveSettings } from '@beffroi/shared/features/replacements/missions.schemas';
import { WAVE_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { canChangeWaves, canReadWaves } from '@beffroi/shared/features/replacements/replacements.policy';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { presentSettingsTrail } from '../../platform/settings-trail.ts';
import { SharedReads } from '../../platform/shared-reads.ts';
import { WaveSettingsModel } from './wave-settings.model.ts';

/** The id of the one document they are kept in. */
export const TERRITORY = 'territory';
/** What another process changed is seen after this. */
const kept = new SharedReads<WaveSettings>({ scopes: 1, readsPerScope: 1, keptMs: 15_000 });
forgetAtClose(() => kept.forget());

export const USUAL: WaveSettings = {
  people: WAVE_LIMITS.people.usual,
  minutes: WAVE_LIMITS.minutes.usual,
  riskHours: WAVE_LIMITS.riskHours.usual,
};

const read = async (): Promise<WaveSettings> => {
  const found = await WaveSettingsModel.findById(TERRITORY).lean();
  return found ? { people: found.people, minutes: found.minutes, riskHours: found.riskHours } : USUAL;
};

/** How many people a wave tells, how often, and how long before the work HR is warned. */
export const waveSettings = (): Promise<WaveSettings> => kept.get(TERRITORY, '', read);

/** What was changed of them, for those who change them. */
const trailFor = async (actor: Actor): Promise<SettingsActItem[]> =>
  canChangeWaves(actor) ? presentSettingsTrail((await WaveSettingsModel.findById(TERRITORY, { trail: 1 }).lean()) ?? {}) : [];

export const presentWaveSettings = async (actor: Actor, settings: WaveSettings) => ({
  ...settings,
  abilities: { 'settings.change': canChangeWaves(actor) },
  trail: await trailFor(actor),
});

/** @throws AppError `not-found` for those the board is not for */
export const readWaveSettings = async (actor: Actor) => {
  if (!canReadWaves(actor)) throw new AppError('not-found');
  return presentWaveSettings(actor, await waveSettings());
};

/** The settings changed: they are read again. */
export const forgetWaveSettings = (): void => kept.forget();
