import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import type { FileStore } from '../../platform/files.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { seesText } from '../forum/forum-images.queries.ts';
import { ImageModel, type ImageRecord } from './image.model.ts';

/** Whether all these images were deposited in this club, or came into it with a thread. */
export const imagesExist = async (ids: string[], clubId: string): Promise<boolean> => {
  if (!ids.every(isObjectId)) return false;
  return (await ImageModel.countDocuments({ _id: { $in: ids.map(objectId) }, $or: [{ clubId }, { alsoIn: clubId }] })) === ids.length;
};

/** While nobody sent it, or in a model, it is the club's; then it is seen where a text of it is. */
const sees = async (actor: Actor, { clubId, uses, models }: ImageRecord): Promise<boolean> => {
  for (const place of uses) if (await seesText(actor, place)) return true;
  const club = knownClub(clubId);
  return (uses.length === 0 || Boolean(models?.length)) && Boolean(club && canRead(actor, club));
};

/** An image, for those who may read its club and a text that shows it. @throws AppError `not-found` */
export const getImage = async (actor: Actor, id: string, files: FileStore) => {
  const image = await ImageModel.findById(objectId(id)).lean<ImageRecord>();
  if (!image || !(await sees(actor, image))) throw new AppError('not-found');
  return {
    headers: {
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
    body: new File([new Uint8Array(await files.read(id))], id, { type: image.type }),
  };
};
