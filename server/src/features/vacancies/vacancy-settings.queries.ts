import { type Actor, isAgent } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { VacancySettings } from '@beffroi/shared/features/vacancies/vacancies.contract';
import { canChangeVacancySettings, canReadVacancySettingsTrail } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { presentSettingsTrail } from '../../platform/settings-trail.ts';
import { allCommunes, communeName } from '../directory/territory.queries.ts';
import { VacancySettingsModel, type VacancySettingsRecord } from './vacancy-settings.model.ts';

/** A few dozen that hardly ever change, kept in memory as communes are. */
let known = new Map<string, VacancySettingsRecord>();
forgetAtClose(() => {
  known = new Map();
});

/** Reads them again; called at start, from time to time, and when some changed. */
export const refreshVacancySettings = async (): Promise<void> => {
  known = new Map((await VacancySettingsModel.find().lean<VacancySettingsRecord[]>()).map((record) => [record._id, record]));
};

/** Shown to nobody outside until the commune says so. */
export const settingsOf = (commune: string): VacancySettings => {
  const organisation = communeName(commune);
  const saved = known.get(commune);
  if (!saved) return { publicPage: false, authority: '', organisation, contact: '', recipient: '', benefits: '' };
  const { _id, trail, changedTimes, ...settings } = saved;
  return settings;
};

/** Whether a commune's offers are shown without signing in. */
export const showsPublicly = (commune: string): boolean => known.get(commune)?.publicPage ?? false;

/** The communes whose offers are shown without signing in. */
export const publicCommunes = (): string[] => [...known].flatMap(([slug, { publicPage }]) => (publicPage ? slug : []));

/** @throws AppError `not-found` (no such commune, or not an agent) */
export const vacancySettings = (actor: Actor, slug: string) => {
  if (!isAgent(actor) || !allCommunes().some((commune) => commune.slug === slug)) throw new AppError('not-found');
  return {
    ...settingsOf(slug),
    abilities: { 'settings.change': canChangeVacancySettings(actor, slug) },
    trail: canReadVacancySettingsTrail(actor, slug) ? presentSettingsTrail(known.get(slug) ?? {}) : [],
  };
};
