import type { Actor } from '@beffroi/shared/core/actor';
import { type Centre, distanceKm } from '@beffroi/shared/core/distance';
import { AppError } from '@beffroi/shared/core/errors';
import { canReadDirectory, canSetCentre } from '@beffroi/shared/features/directory/directory.policy';
import { changeSettings } from '../../../platform/settings-trail.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { CommuneModel } from '../commune.model.ts';
import { allCommunes, centreOf, refreshTerritory } from '../territory.queries.ts';

/** No territory is that wide: a comma or a sign went astray. */
const FAR_KM = 200;

/** @throws AppError `invalid-input` for a point far from every other commune whose centre is known */
const requireNearby = (slug: string, centre: Centre): void => {
  const others = allCommunes().flatMap((commune) => (commune.slug === slug ? [] : (centreOf(commune.slug) ?? [])));
  const nearest = Math.min(...others.map((other) => distanceKm(centre, other)));
  if (others.length === 0 || nearest <= FAR_KM) return;
  const message = `Ce point est à ${Math.round(nearest)}\u00a0km de la commune la plus proche\u00a0: vérifiez la latitude et la longitude.`;
  throw new AppError('invalid-input', { detail: message, errors: [{ path: 'centre', message }] });
};

/**
 * Says where a commune is reckoned from; null hides its distances.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (a point that is not of the territory)
 */
export const setCentre = async (
  actor: Actor,
  { slug, centre }: { slug: string; centre: Centre | null },
): Promise<{ centre: Centre | null }> => {
  if (!canReadDirectory(actor) || !allCommunes().some((commune) => commune.slug === slug)) throw new AppError('not-found');
  if (!canSetCentre(actor, slug)) throw new AppError('forbidden');
  if (centre) requireNearby(slug, centre);
  const { latitude = null, longitude = null } = centre ?? {};
  const by = await personRef(actor.personId);
  await changeSettings(CommuneModel, { where: { slug }, usual: {}, to: { latitude, longitude }, by }, { upsert: false });
  await refreshTerritory();
  return { centre };
};
