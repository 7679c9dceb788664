import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { threadItemSchema } from '../forum/forum.contract.ts';

const byThread = z.object({ id: idSchema });
const bookmarkSchema = z.object({ bookmarked: z.boolean() });
const tags = ['bookmarks'];

export const bookmarksContract = {
  list: oc
    .route({ method: 'GET', path: '/bookmarks', tags, summary: 'The threads the person put aside, the last put aside first' })
    .input(z.object(pageInput))
    .output(pageOf(threadItemSchema)),
  get: oc
    .route({ method: 'GET', path: '/threads/{id}/bookmark', tags, summary: 'Whether the person put the thread aside' })
    .input(byThread)
    .output(bookmarkSchema),
  set: oc
    .route({ method: 'PUT', path: '/threads/{id}/bookmark', tags, summary: 'Put a thread aside' })
    .input(byThread)
    .output(bookmarkSchema),
  unset: oc
    .route({ method: 'DELETE', path: '/threads/{id}/bookmark', tags, summary: 'Put it aside no more' })
    .input(byThread)
    .output(bookmarkSchema),
};
