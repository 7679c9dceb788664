import { authed } from '../../http/orpc.ts';
import { depositImage } from './commands/deposit-image.ts';
import { getImage } from './images.queries.ts';

export const imagesRouter = {
  upload: authed.images.upload.handler(({ input, context }) => depositImage(context.actor, input, context.files)),
  get: authed.images.get.handler(({ input, context }) => getImage(context.actor, input.id, context.files)),
};
