import type { Actor } from '@beffroi/shared/core/actor';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Notification } from '@beffroi/shared/features/notifications/notifications.contract';
import { canReadTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { About } from '../../platform/notify.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import type { ThreadNotice } from '../forum/forum-notices.queries.ts';
import type { AccessedTemplate } from '../templates/template-access.queries.ts';
import type { NotificationRecord } from './notification.model.ts';

/** What the things told of are called now, and who may read them. */
export interface Notices {
  threads: Map<string, ThreadNotice>;
  templates: Map<string, AccessedTemplate>;
}

/** The mail's other links stay in the mail. */
const presentAbout = ({ kind, id, title, place, path }: About) => ({ kind, id, title, place, path });

const presentAuthor = ({ id, name, commune }: NonNullable<NotificationRecord['by']>): Notification['by'] => ({
  id,
  name,
  commune: commune ? { slug: commune.slug, name: commune.name } : null,
});

/** The club, thread and model it tells of, each null where it is closed to the person; `open` when none of them is. */
const placesOpen = (actor: Actor, { clubId, threadId, templateId }: NotificationRecord, { threads, templates }: Notices) => {
  const club = clubId ? knownClub(clubId) : undefined;
  const notice = threadId ? threads.get(threadId) : undefined;
  const template = templateId ? templates.get(templateId) : undefined;
  const mayReadThread = notice?.mayRead(actor) ?? false;
  const mayReadTemplate = template !== undefined && canReadTemplate(actor, template.facts);
  const open = (!threadId || mayReadThread) && (!templateId || mayReadTemplate);
  // What a hidden club announces to the territory names it, and is found under its address.
  const named = club && (canSeeCard(actor, club) || mayReadThread);
  return {
    open,
    club: named ? { slug: club.slug, name: club.name } : null,
    thread: threadId && notice && open ? { id: threadId, title: notice.title } : null,
    template: template && open ? { id: template.id, title: template.title } : null,
  };
};

/** As the person may read it now: what was closed to her meanwhile is not named. */
export const presentNotification = (actor: Actor, told: NotificationRecord, notices: Notices): Notification => {
  const { open, ...places } = placesOpen(actor, told, notices);
  return {
    id: told._id.toHexString(),
    kind: told.kind,
    by: told.by && presentAuthor(told.by),
    ...places,
    commentId: open ? (told.commentId ?? null) : null,
    about: told.about ? presentAbout(told.about) : null,
    replyNumber: told.replyNumber,
    note: open ? told.note : null,
    at: told.at.toISOString(),
    read: !told.unread,
  };
};
