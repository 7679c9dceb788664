import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import type { FileStore } from '../../platform/files.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { ImageModel } from './image.model.ts';

/** Whether all these images were deposited in this club. */
export const imagesExist = async (ids: string[], clubId: string): Promise<boolean> => {
  if (!ids.every(isObjectId)) return false;
  return (await ImageModel.countDocuments({ _id: { $in: ids.map(objectId) }, clubId })) === ids.length;
};

/** An image, for those who may read its club. @throws AppError `not-found` */
export const getImage = async (actor: Actor, id: string, files: FileStore) => {
  const image = await ImageModel.findById(objectId(id)).lean();
  const club = image && knownClub(image.clubId);
  if (!image || !club || !canRead(actor, club)) throw new AppError('not-found');
  return {
    headers: {
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
    body: new File([new Uint8Array(await files.read(id))], id, { type: image.type }),
  };
};
