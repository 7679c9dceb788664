import type { Actor } from '@beffroi/shared/core/actor';
import type { Unread } from '@beffroi/shared/features/notifications/notifications.contract';
import type { QueryFilter } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { isObjectId, objectId } from '../../../platform/object-id.ts';
import { NotificationModel, type NotificationRecord } from '../notification.model.ts';
import { unreadNotifications } from '../notifications.queries.ts';

/** Which ones: some by id, those of a thread or of a model, or all up to the latest one seen. */
interface Which {
  ids?: string[] | undefined;
  threadId?: string | undefined;
  templateId?: string | undefined;
  upTo?: string | undefined;
}

const filterOf = ({ ids, threadId, templateId, upTo }: Which) => ({
  ...(ids && { _id: { $in: ids.filter(isObjectId).map(objectId) } }),
  ...(threadId !== undefined && { threadId }),
  ...(templateId !== undefined && { templateId }),
  ...(upTo !== undefined && { at: { $lte: new Date(upTo) } }),
});

/** Marks these of the person's as read: their thread may be mailed of again. */
export const readThese = async (personId: string, which: QueryFilter<NotificationRecord>): Promise<void> => {
  const { modifiedCount } = await NotificationModel.updateMany(
    { personId, unread: true, ...which },
    { $set: { readAt: now() }, $unset: { unread: 1, mailHold: 1 } },
  );
  if (modifiedCount > 0) await publish('notifications.read', { personId });
};

/** Marks the person's own as read; those of others are left alone. @returns what still waits */
export const markRead = async (actor: Actor, which: Which): Promise<Unread> => {
  await readThese(actor.personId, filterOf(which));
  return unreadNotifications(actor);
};
