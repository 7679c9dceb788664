import type { Actor } from '@beffroi/shared/core/actor';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { type Notification, UNREAD_COUNTED_MAX, type Unread } from '@beffroi/shared/features/notifications/notifications.contract';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { threadNotices } from '../forum/forum-notices.queries.ts';
import { accessedTemplates } from '../templates/template-access.queries.ts';
import { NotificationModel, type NotificationRecord } from './notification.model.ts';
import { presentNotification } from './notifications.presenter.ts';

/** What the person was told, the latest first: two commands, three where models are told of. @throws AppError `invalid-input` (a cursor that is none of ours) */
export const listNotifications = async (
  actor: Actor,
  { cursor, limit = PAGE_SIZE }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: Notification[]; nextCursor: string | null }> => {
  const found = await NotificationModel.find({ personId: actor.personId, ...beforeCursor('at', cursor) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<NotificationRecord[]>();
  const page = found.slice(0, limit);
  const templateIds = [...new Set(page.flatMap(({ templateId }) => templateId ?? []))];
  const [threads, templates] = await Promise.all([
    threadNotices([...new Set(page.flatMap(({ threadId }) => threadId ?? []))]),
    accessedTemplates(templateIds),
  ]);
  const last = page.at(-1);
  return {
    items: page.map((told) => presentNotification(actor, told, { threads, templates })),
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.at, id: last._id }) : null,
  };
};

const distinct = (ids: readonly (string | null | undefined)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];

/** How many wait, and of which threads and models: one command. */
export const unreadNotifications = async ({ personId }: Actor): Promise<Unread> => {
  const waiting = await NotificationModel.find({ personId, unread: true }, { _id: 0, threadId: 1, templateId: 1 })
    .limit(UNREAD_COUNTED_MAX)
    .lean<Pick<NotificationRecord, 'threadId' | 'templateId'>[]>();
  return {
    count: waiting.length,
    threadIds: distinct(waiting.map(({ threadId }) => threadId)),
    templateIds: distinct(waiting.map(({ templateId }) => templateId)),
  };
};
