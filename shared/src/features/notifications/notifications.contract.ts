import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { ABOUT_KINDS, CHANNELS, NOTIFICATION_KINDS } from './notifications.vocabulary.ts';

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
  /** The model it is about; null where there is none, or none she may read any more. */
  template: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** The comment on it. */
  commentId: idSchema.nullable(),
  /** What it is about where that belongs to no club: its page, and what stands beside its title. */
  about: z.object({ kind: z.enum(ABOUT_KINDS), id: idSchema, title: z.string(), place: z.string(), path: z.string() }).nullable(),
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
  /** The models they are of: likewise. */
  templateIds: z.array(idSchema),
});
export type Unread = z.infer<typeof unreadSchema>;

const readInput = z
  .object({
    ids: z.array(idSchema).min(1).max(READ_AT_ONCE_MAX).optional(),
    threadId: idSchema.optional(),
    templateId: idSchema.optional(),
    /** Everything up to the latest one seen: what arrived since stays. */
    upTo: instantSchema.optional(),
  })
  .refine(
    (input) => Object.values(input).filter((value) => value !== undefined).length === 1,
    'Indiquez ce qui est lu, d’une seule façon.',
  );

/** More mails than this in a day would be noise. */
export const MAILS_PER_DAY = { min: 1, max: 30, usual: 8 } as const;
const EXCEPTIONS_MAX = 200;

const kind = z.enum(NOTIFICATION_KINDS);
const channel = z.enum(CHANNELS);

export const settingsSchema = z.object({
  /** Every kind, as chosen or as usual. */
  kinds: z.array(z.object({ kind, channel })),
  /** What is otherwise in some clubs. */
  exceptions: z.array(z.object({ club: z.object({ slug: slugSchema, name: z.string() }), kind, channel })),
  mailsPerDay: z.number().int(),
});
export type NotificationSettings = z.infer<typeof settingsSchema>;

const settingsInput = z.object({
  kinds: z.array(z.object({ kind, channel })).max(NOTIFICATION_KINDS.length),
  exceptions: z.array(z.object({ club: slugSchema, kind, channel })).max(EXCEPTIONS_MAX, `${EXCEPTIONS_MAX} exceptions au plus.`),
  mailsPerDay: z.number().int().min(MAILS_PER_DAY.min).max(MAILS_PER_DAY.max),
});

/** Browsers of one person; the oldest give way. */
export const DEVICES_MAX = 10;
/** The services browsers are reached by. The server calls no other address on anyone's word. */
const PUSH_SERVICES =
  /^https:\/\/(?:fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|web\.push\.apple\.com|[a-z0-9-]+\.notify\.windows\.com)\/\S+$/;

const endpoint = z
  .string()
  .max(1_000)
  .regex(PUSH_SERVICES, 'Ce navigateur passe par un service de notification que Beffroi ne connaît pas.');
const deviceInput = z.object({
  endpoint,
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{87}=?$/, 'Clé illisible.'),
    auth: z.string().regex(/^[\w-]{22}={0,2}$/, 'Clé illisible.'),
  }),
});

const tags = ['notifications'];

export const notificationsContract = {
  list: oc
    .route({ method: 'GET', path: '/notifications', tags, summary: 'What the person was told, the latest first' })
    .input(z.object(pageInput))
    .output(pageOf(notificationSchema)),
  unread: oc
    .route({ method: 'GET', path: '/notifications/unread', tags, summary: 'How many wait to be read, and of which threads and models' })
    .output(unreadSchema),
  read: oc
    .route({
      method: 'POST',
      path: '/notifications/read',
      tags,
      summary: 'Marks some as read, those of a thread or of a model, or all up to an instant',
    })
    .input(readInput)
    .output(unreadSchema),
  settings: oc
    .route({ method: 'GET', path: '/notifications/settings', tags, summary: 'What the person wants to be told of, and how' })
    .output(settingsSchema),
  saveSettings: oc
    .route({ method: 'PUT', path: '/notifications/settings', tags, summary: 'Choose what to be told of, by kind and by club' })
    .input(settingsInput)
    .output(settingsSchema),
  push: oc
    .route({ method: 'GET', path: '/notifications/push', tags, summary: 'The public key browsers subscribe with (Web Push, RFC 8292)' })
    .output(z.object({ publicKey: z.string() })),
  addDevice: oc
    .route({
      method: 'POST',
      path: '/notifications/devices',
      tags,
      summary: 'Show what the person is told on this browser too',
      successStatus: 201,
    })
    .input(deviceInput)
    .output(z.object({ endpoint: z.string() })),
  removeDevice: oc
    .route({ method: 'POST', path: '/notifications/devices/remove', tags, summary: 'Show nothing more on this browser' })
    .input(z.object({ endpoint }))
    .output(z.object({ endpoint: z.string() })),
};
