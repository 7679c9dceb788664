import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { NOTIFICATION_KINDS } from './notifications.vocabulary.ts';

/** Beyond it, « 99+ » says enough, and counting further would cost. */
export const UNREAD_COUNTED_MAX = 100;
const READ_AT_ONCE_MAX = 100;

export const notificationSchema = z.object({
  id: idSchema,
  kind: z.enum(NOTIFICATION_KINDS),
  /** Who did it; null when nobody in particular did. */
  by: personRefSchema.nullable(),
  /** Null once the person may not know of it any more. */
  club: z.object({ slug: slugSchema, name: z.string() }).nullable(),
  /** Null where there is none, or none she may read any more. */
  thread: z.object({ id: idSchema, title: z.string() }).nullable(),
  replyNumber: z.number().int().nullable(),
  note: z.string().nullable(),
  at: instantSchema,
  read: z.boolean(),
});
export type Notification = z.infer<typeof notificationSchema>;

const unreadSchema = z.object({
  /** At most `UNREAD_COUNTED_MAX`. */
  count: z.number().int(),
  /** The threads they are of: opening one reads them. */
  threadIds: z.array(idSchema),
});
export type Unread = z.infer<typeof unreadSchema>;

const readInput = z
  .object({
    ids: z.array(idSchema).min(1).max(READ_AT_ONCE_MAX).optional(),
    threadId: idSchema.optional(),
    /** Everything up to the latest one seen: what arrived since stays. */
    upTo: instantSchema.optional(),
  })
  .refine(
    (input) => Object.values(input).filter((value) => value !== undefined).length === 1,
    'Indiquez ce qui est lu, d’une seule façon.',
  );

const tags = ['notifications'];

export const notificationsContract = {
  list: oc
    .route({ method: 'GET', path: '/notifications', tags, summary: 'What the person was told, the latest first' })
    .input(z.object(pageInput))
    .output(pageOf(notificationSchema)),
  unread: oc
    .route({ method: 'GET', path: '/notifications/unread', tags, summary: 'How many wait to be read, and of which threads' })
    .output(unreadSchema),
  read: oc
    .route({ method: 'POST', path: '/notifications/read', tags, summary: 'Marks some as read, those of a thread, or all up to an instant' })
    .input(readInput)
    .output(unreadSchema),
};
