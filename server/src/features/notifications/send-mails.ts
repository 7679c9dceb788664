import type { Actor } from '@beffroi/shared/core/actor';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import { URGENT_KINDS } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { canReadTemplate } from '@beffroi/shared/features/templates/templates.policy';
import { subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import type { Mailer } from '../../platform/mail.ts';
import { objectId } from '../../platform/object-id.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { actorOf } from '../accounts/accounts.queries.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { readNumberOf } from '../attention/attention.queries.ts';
import { type KnownClub, knownClub } from '../clubs/known-clubs.queries.ts';
import { postText, threadNotices } from '../forum/forum-notices.queries.ts';
import { accessedTemplates } from '../templates/template-access.queries.ts';
import { holdThread, releaseThread, takeFromDay } from './mail-allowance.ts';
import { notificationMail } from './notification.mail.ts';
import { type MailOutcome, NotificationModel, type NotificationRecord } from './notification.model.ts';
import { channelFor, mailsPerDay, settingsOf } from './notification-settings.queries.ts';
import { signUnsubscription } from './unsubscribe-token.ts';

export interface Post {
  mailer: Mailer;
  secret: string;
  publicUrl: string;
}

/** Left to this process that long; and, doubled each time, tried again after a failure. */
const RETRY_MS = 60_000;
const RETRY_MAX_MS = 3_600_000;
const TRIES_MAX = 24;
const SWEEP_EVERY_MS = 60_000;

/** Takes one mail that is due, and puts it off meanwhile: nobody else takes it, and a killed process leaves it due again. */
const claim = async (now: Date): Promise<NotificationRecord | null> => {
  const due = await NotificationModel.findOneAndUpdate(
    { mailAt: { $lte: now } },
    { $set: { mailAt: new Date(now.getTime() + RETRY_MS) }, $inc: { mailTries: 1 } },
    { sort: { mailAt: 1 }, returnDocument: 'after' },
  ).lean<NotificationRecord>();
  return due;
};

const settle = async ({ _id }: NotificationRecord, mail: MailOutcome): Promise<void> => {
  await NotificationModel.updateOne({ _id }, { $set: { mail }, $unset: { mailAt: 1, mailTries: 1 } });
};

interface Recipient {
  person: PersonRecord;
  actor: Actor;
  /** Null of what belongs to no club. */
  club: KnownClub | null;
  title: string | null;
}

/** Whom a mail is for and what of it she may still read; null when she is gone or it was closed to her. */
const recipientOf = async ({ personId, clubId, about, threadId, templateId }: NotificationRecord): Promise<Recipient | null> => {
  const person = await PersonModel.findById(objectId(personId)).lean<PersonRecord>();
  if (!person) return null;
  const actor = actorOf(person);
  if (about) return person.suspendedAt ? null : { person, actor, club: null, title: about.title };
  const club = clubId ? knownClub(clubId) : undefined;
  if (!club) return null;
  if (templateId) {
    const template = (await accessedTemplates([templateId])).get(templateId);
    return template && canReadTemplate(actor, template.facts) ? { person, actor, club, title: template.title } : null;
  }
  if (!threadId) return canSeeCard(actor, club) ? { person, actor, club, title: null } : null;
  const notice = (await threadNotices([threadId])).get(threadId);
  return notice?.mayRead(actor) ? { person, actor, club, title: notice.title } : null;
};

/** Whether she read the post itself, on whatever page. */
const sawThere = async ({ personId, threadId, replyNumber }: NotificationRecord): Promise<boolean> => {
  const seen = threadId ? await readNumberOf(personId, threadId) : null;
  return seen !== null && seen >= (replyNumber ?? 0);
};

/** Why it does not go out; or, when it does, which of the day's mails it is. */
const decide = async (told: NotificationRecord, now: Date): Promise<Exclude<MailOutcome, 'sent'> | { place: number; perDay: number }> => {
  if (!told.unread || (await sawThere(told))) return 'read';
  const settings = (await settingsOf([told.personId])).get(told.personId);
  if (channelFor(settings, told.kind, told.clubId ?? '') !== 'mail') return 'unwanted';
  if (!(await holdThread(told))) return 'thread';
  const perDay = mailsPerDay(settings);
  if (URGENT_KINDS.has(told.kind)) return { place: 0, perDay };
  const place = await takeFromDay(told._id.toHexString(), { personId: told.personId, perDay, now });
  if (place !== null) return { place, perDay };
  await releaseThread(told);
  return 'capped';
};

const send = async (told: NotificationRecord, { person, club, title }: Recipient, last: boolean, post: Post): Promise<void> => {
  const { kind, by, threadId, replyNumber, note, personId, templateId, commentId, about } = told;
  const token = signUnsubscription({ personId, kind }, post.secret);
  const quotes = threadId && ['reply', 'mention', 'thread', 'announcement'].includes(kind);
  const mail = notificationMail({
    id: told._id.toHexString(),
    to: person.email,
    kind,
    by,
    club,
    about: about ?? null,
    thread: threadId && title ? { id: threadId, title } : null,
    template: templateId && title ? { id: templateId, title, commentId: commentId ?? null } : null,
    replyNumber,
    text: quotes ? await postText(threadId, replyNumber) : note,
    unsubscribeUrl: `${new URL(post.publicUrl).origin}/api/unsubscribe/${token}`,
    publicUrl: post.publicUrl,
    last,
  });
  await post.mailer.send(mail);
};

/** Sends one, or notes why not. Killed after the sending it is sent again, under the same `Message-ID`, by which mail servers tell it. */
const sendOne = async (told: NotificationRecord, post: Post, now: Date): Promise<void> => {
  const recipient = await recipientOf(told);
  if (!recipient) return settle(told, 'closed');
  const decision = await decide(told, now);
  if (typeof decision === 'string') return settle(told, decision);
  await send(told, recipient, decision.place === decision.perDay, post);
  await settle(told, 'sent');
};

const putOff = async ({ _id, mailTries = 1 }: NotificationRecord, now: Date): Promise<void> => {
  if (mailTries >= TRIES_MAX) {
    await NotificationModel.updateOne({ _id }, { $set: { mail: 'failed' }, $unset: { mailAt: 1, mailHold: 1 } });
    return;
  }
  const wait = Math.min(RETRY_MS * 2 ** mailTries, RETRY_MAX_MS);
  await NotificationModel.updateOne({ _id }, { $set: { mailAt: new Date(now.getTime() + wait) } });
};

/** Sends what is due at this instant; what nobody needs any more is left unsent. */
export const sendDueMails = async (post: Post, now: Date, goOn: () => boolean = () => true): Promise<void> => {
  for (let told = await claim(now); told; told = goOn() ? await claim(now) : null) {
    const present = told;
    await sendOne(present, post, now).catch(async (error: unknown) => {
      logger.error({ err: error, notification: present._id }, 'mail not sent');
      await putOff(present, now);
    });
  }
};

/** Starts sending, as mails come due. @returns how to stop; the one under way is finished first */
export const startMailing = (post: Post): (() => Promise<void>) =>
  startRecurring({
    name: 'send mails',
    everyMs: SWEEP_EVERY_MS,
    work: (goOn) => sendDueMails(post, new Date(), goOn),
    atOnce: true,
    listen: (wake) =>
      subscribe('notifications.delivered', ({ urgent }) => {
        if (urgent) wake();
      }),
  });
