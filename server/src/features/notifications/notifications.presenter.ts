import type { Actor } from '@beffroi/shared/core/actor';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Notification } from '@beffroi/shared/features/notifications/notifications.contract';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import type { ThreadNotice } from '../forum/forum-notices.queries.ts';
import type { NotificationRecord } from './notification.model.ts';

/** As the person may read it now: what was closed to her meanwhile is not named. */
export const presentNotification = (actor: Actor, told: NotificationRecord, notices: Map<string, ThreadNotice>): Notification => {
  const club = knownClub(told.clubId);
  const notice = told.threadId ? notices.get(told.threadId) : undefined;
  const open = told.threadId ? Boolean(notice?.mayRead(actor)) : true;
  return {
    id: told._id.toHexString(),
    kind: told.kind,
    by: told.by && {
      id: told.by.id,
      name: told.by.name,
      commune: told.by.commune ? { slug: told.by.commune.slug, name: told.by.commune.name } : null,
    },
    club: club && canSeeCard(actor, club) ? { slug: club.slug, name: club.name } : null,
    thread: told.threadId && notice && open ? { id: told.threadId, title: notice.title } : null,
    replyNumber: told.replyNumber,
    note: open ? told.note : null,
    at: told.at.toISOString(),
    read: !told.unread,
  };
};
