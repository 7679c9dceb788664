import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { imagesOf, type RichText } from '@beffroi/shared/core/rich-text';
import { withTrueMentions } from '../accounts/mentions.queries.ts';
import { imagesExist } from '../images/images.queries.ts';

/**
 * Makes a text's references true: people mentioned are known to the writer and bear their own names, images were deposited in this club.
 * @throws AppError `invalid-input`
 */
export const checkReferences = async (actor: Actor, body: RichText, clubId: string): Promise<RichText> => {
  const images = imagesOf(body);
  if (images.length > 0 && !(await imagesExist(images, clubId))) {
    const message = 'Une image de ce texte n’a pas été déposée dans ce club.';
    throw new AppError('invalid-input', { errors: [{ path: 'body', message }] });
  }
  return withTrueMentions(actor, body);
};
