import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canPost } from '@beffroi/shared/features/clubs/clubs.policy';
import { IMAGE_BYTES_MAX, WAITING_BYTES_MAX } from '@beffroi/shared/features/images/images.contract';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import type { FileStore } from '../../../platform/files.ts';
import { withoutMetadata } from '../../../platform/image-metadata.ts';
import { imageSizeOf, PIXELS_MAX } from '../../../platform/image-size.ts';
import { imageTypeOf } from '../../../platform/image-type.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { ImageModel, type ImageRecord } from '../image.model.ts';
import { waitingBytes } from '../waiting-images.queries.ts';
import { REVIEW_AFTER_MS } from './review-images.ts';

const NO_ROOM = `Trop d’images en attente d’être montrées\u00a0: ${WAITING_BYTES_MAX / 1024 / 1024}\u00a0Mo au plus. Envoyez d’abord les textes qui en contiennent.`;

/** Keeps the record, unless its author has no more room: asked with it in place, so that of several at once none passes over. */
const record = async (image: Omit<ImageRecord, 'alsoIn' | 'uses' | 'models'>): Promise<void> => {
  await ImageModel.create(image);
  if ((await waitingBytes(image.personId)) <= WAITING_BYTES_MAX) return;
  await ImageModel.deleteOne({ _id: image._id });
  throw new AppError('too-large', { detail: NO_ROOM });
};

/**
 * Keeps an image for a text of a club. Its type is read from its content, and what a camera wrote beside it goes: pages draw
 * images anew, other programs and Word files do not.
 * @throws AppError `not-found`, `forbidden`, `too-large`, `unsupported-image`
 */
export const depositImage = async (
  actor: Actor,
  { slug, file }: { slug: string; file: Blob },
  files: FileStore,
): Promise<{ id: string; url: string }> => {
  const club = readableClub(actor, slug);
  if (!canPost(actor, club)) throw new AppError('forbidden');
  if (file.size > IMAGE_BYTES_MAX) throw new AppError('too-large', { detail: 'Image trop lourde\u00a0: 5 Mo au plus.' });
  const sent = Buffer.from(await file.arrayBuffer());
  const type = imageTypeOf(sent);
  if (!type) throw new AppError('unsupported-image');
  const { width, height } = imageSizeOf(sent, type) ?? { width: 0, height: 0 };
  // Light as it may be, it would fill the memory of whoever opens the page.
  if (width * height > PIXELS_MAX)
    throw new AppError('too-large', { detail: 'Image trop grande\u00a0: 30\u00a0millions de pixels au plus.' });
  const content = withoutMetadata(sent, type);
  const _id = new Types.ObjectId();
  const id = _id.toHexString();
  const createdAt = now();
  const reviewAt = new Date(createdAt.getTime() + REVIEW_AFTER_MS);
  // The record first: a file nobody knows of would never be removed.
  await record({ _id, clubId: club.id, personId: actor.personId, type, bytes: content.byteLength, createdAt, reviewAt });
  await files.write(id, content);
  return { id, url: `/api/images/${id}` };
};
