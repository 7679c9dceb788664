import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput } from '../../core/pagination.ts';
import { threadItemSchema } from '../forum/forum.contract.ts';
import { CATCH_UP_REASONS, FOLLOW_LEVELS, THREAD_LEVELS } from './attention.vocabulary.ts';

const level = z.enum(FOLLOW_LEVELS);
const threadLevel = z.enum(THREAD_LEVELS);
const count = z.number().int().min(0);

export const unreadCountsSchema = z.object({
  /** Threads with something to read, over all clubs. */
  total: count,
  clubs: z.array(z.object({ slug: slugSchema, unread: count })),
});

export const catchUpItemSchema = z.object({
  thread: threadItemSchema,
  reason: z.enum(CATCH_UP_REASONS),
  /** The last reply, to mark the thread read up to there and no further. */
  lastNumber: count,
});
export const catchUpSchema = z.object({
  items: z.array(catchUpItemSchema),
  nextCursor: z.string().nullable(),
  /** When it was read: clearing all of it clears nothing that came later. */
  asOf: instantSchema,
});

export const readStateSchema = z.object({ threadId: idSchema, read: count });
export const threadFollowSchema = z.object({ threadId: idSchema, level: threadLevel.nullable(), clubLevel: level.nullable() });
export const clubFollowSchema = z.object({ level: level.nullable() });

export const visitSchema = z.object({
  /** Her level in the club; null where she follows nothing. */
  level: level.nullable(),
  /** When the visit before this one ended; null the first time. */
  since: instantSchema.nullable(),
  /** What others wrote since. */
  threads: count,
  replies: count,
});
export type UnreadCounts = z.infer<typeof unreadCountsSchema>;
export type CatchUp = z.infer<typeof catchUpSchema>;
export type CatchUpItem = z.infer<typeof catchUpItemSchema>;
export type Visit = z.infer<typeof visitSchema>;
export type ThreadFollow = z.infer<typeof threadFollowSchema>;

const byId = z.object({ id: idSchema });
const bySlug = z.object({ slug: slugSchema });
const until = instantSchema;
const tags = ['attention'];

export const attentionContract = {
  unread: oc
    .route({ method: 'GET', path: '/unread', tags, summary: 'How many threads wait to be read, by club' })
    .output(unreadCountsSchema),
  catchUp: oc
    .route({
      method: 'GET',
      path: '/catch-up',
      tags,
      summary: 'What waits to be read: mentions and answers to one’s own first, then by club',
    })
    .input(z.object(pageInput))
    .output(catchUpSchema),
  clear: oc
    .route({ method: 'PUT', path: '/catch-up/read', tags, summary: 'Mark everything read that had happened by `until`' })
    .input(z.object({ until }))
    .output(unreadCountsSchema),
  setRead: oc
    .route({ method: 'PUT', path: '/threads/{id}/read', tags, summary: 'Read up to this reply (0: the text); only ever grows' })
    .input(byId.extend({ number: z.number().int().min(0).max(1_000_000_000) }))
    .output(readStateSchema),
  followThread: oc
    .route({ method: 'PUT', path: '/threads/{id}/follow', tags, summary: 'Follow a thread at a level; null: as its club' })
    .input(byId.extend({ level: threadLevel.nullable() }))
    .output(threadFollowSchema),
  followClub: oc
    .route({ method: 'PUT', path: '/clubs/{slug}/follow', tags, summary: 'Follow a club at a level' })
    .input(bySlug.extend({ level }))
    .output(clubFollowSchema),
  visitClub: oc
    .route({ method: 'PUT', path: '/clubs/{slug}/visit', tags, summary: 'Enter a club: what happened since the visit before' })
    .input(bySlug)
    .output(visitSchema),
  readClub: oc
    .route({ method: 'PUT', path: '/clubs/{slug}/read', tags, summary: 'Mark everything of a club read that had happened by `until`' })
    .input(bySlug.extend({ until }))
    .output(unreadCountsSchema),
};
