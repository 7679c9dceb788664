import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canManageCommunes } from '@beffroi/shared/features/directory/directory.policy';
import { type CommuneFields, CommuneModel } from '../commune.model.ts';
import { refreshTerritory } from '../territory.queries.ts';

export type NewCommune = Pick<CommuneFields, 'slug' | 'name' | 'kind'> & Partial<CommuneFields>;

/** Enters communes into the territory; one that is there already stays as it is. @throws AppError `forbidden` */
export const createCommunes = async (actor: Actor, communes: NewCommune[]): Promise<void> => {
  if (!canManageCommunes(actor)) throw new AppError('forbidden');
  await CommuneModel.bulkWrite(
    communes.map((commune) => ({ updateOne: { filter: { slug: commune.slug }, update: { $setOnInsert: commune }, upsert: true } })),
    { ordered: false },
  );
  await refreshTerritory();
};
