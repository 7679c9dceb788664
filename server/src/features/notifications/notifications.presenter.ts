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

/** As the person may read it now: what was closed to her meanwhile is not named. */
export const presentNotification = (actor: Actor, told: NotificationRecord, { threads, templates }: Notices): Notification => {
  const club = told.clubId ? knownClub(told.clubId) : undefined;
  const notice = told.threadId ? threads.get(told.threadId) : undefined;
  const template = told.templateId ? templates.get(told.templateId) : undefined;
  const mayReadTemplate = template !== undefined && canReadTemplate(actor, template.facts);
  const open = (!told.threadId || Boolean(notice?.mayRead(actor))) && (!told.templateId || mayReadTemplate);
  // What a hidden club announces to the territory names it, and is found under its address.
  const named = club && (canSeeCard(actor, club) || Boolean(notice?.mayRead(actor)));
  return {
    id: told._id.toHexString(),
    kind: told.kind,
    by: told.by && {
      id: told.by.id,
      name: told.by.name,
      commune: told.by.commune ? { slug: told.by.commune.slug, name: told.by.commune.name } : null,
    },
    club: club && named ? { slug: club.slug, name: club.name } : null,
    thread: told.threadId && notice && open ? { id: told.threadId, title: notice.title } : null,
    template: template && open ? { id: template.id, title: template.title } : null,
    commentId: open ? (told.commentId ?? null) : null,
    about: told.about ? presentAbout(told.about) : null,
    replyNumber: told.replyNumber,
    note: open ? told.note : null,
    at: told.at.toISOString(),
    read: !told.unread,
  };
};
