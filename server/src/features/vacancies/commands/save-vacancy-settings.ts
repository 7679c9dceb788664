import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { VacancySettings } from '@beffroi/shared/features/vacancies/vacancies.contract';
import { canChangeVacancySettings } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { changeSettings } from '../../../platform/settings-trail.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { VacancySettingsModel } from '../vacancy-settings.model.ts';
import { refreshVacancySettings, settingsOf, vacancySettings } from '../vacancy-settings.queries.ts';

/** Chooses what a commune's offers begin with, and whether everyone sees them. @throws AppError `not-found`, `forbidden` */
export const saveVacancySettings = async (actor: Actor, { slug, ...settings }: VacancySettings & { slug: string }) => {
  vacancySettings(actor, slug);
  if (!canChangeVacancySettings(actor, slug)) throw new AppError('forbidden');
  const by = await personRef(actor.personId);
  await changeSettings(VacancySettingsModel, { where: { _id: slug }, usual: { ...settingsOf(slug) }, to: settings, by });
  await refreshVacancySettings();
  return vacancySettings(actor, slug);
};
