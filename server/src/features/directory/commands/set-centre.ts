import type { Actor } from '@beffroi/shared/core/actor';
import type { Centre } from '@beffroi/shared/core/distance';
import { AppError } from '@beffroi/shared/core/errors';
import { canReadDirectory, canSetCentre } from '@beffroi/shared/features/directory/directory.policy';
import { changeSettings } from '../../../platform/settings-trail.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { CommuneModel } from '../commune.model.ts';
import { allCommunes, refreshTerritory } from '../territory.queries.ts';

/** Says where a commune is reckoned from; null hides its distances. @throws AppError `not-found`, `forbidden` */
export const setCentre = async (
  actor: Actor,
  { slug, centre }: { slug: string; centre: Centre | null },
): Promise<{ centre: Centre | null }> => {
  if (!canReadDirectory(actor) || !allCommunes().some((commune) => commune.slug === slug)) throw new AppError('not-found');
  if (!canSetCentre(actor, slug)) throw new AppError('forbidden');
  const { latitude = null, longitude = null } = centre ?? {};
  const by = await personRef(actor.personId);
  await changeSettings(CommuneModel, { where: { slug }, usual: {}, to: { latitude, longitude }, by }, { upsert: false });
  await refreshTerritory();
  return { centre };
};
