import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, slugSchema } from '../../core/ids.ts';

export const IMAGE_BYTES_MAX = 5 * 1024 * 1024;
/** What a person's images may weigh together while no text shows them: those of drafts, and of texts that were deleted. */
export const WAITING_BYTES_MAX = 100 * 1024 * 1024;
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;

export const imagesContract = {
  upload: oc
    .route({
      method: 'POST',
      path: '/clubs/{slug}/images',
      tags: ['images'],
      summary: 'Deposit an image for a text of this club (multipart field `file`)',
      successStatus: 201,
    })
    .input(z.object({ slug: slugSchema, file: z.file() }))
    .output(z.object({ id: idSchema, url: z.string() })),
  get: oc
    .route({
      method: 'GET',
      path: '/images/{id}',
      tags: ['images'],
      summary: 'An image, for those who may read its club',
      outputStructure: 'detailed',
    })
    .input(z.object({ id: idSchema }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
};
