import type { Actor } from '@beffroi/shared/core/actor';
import { notificationSentence, URGENT_KINDS } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { canReadTemplate } from '@beffroi/shared/features/templates/templates.policy';
import webPush from 'web-push';
import { subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import type { About } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { actorOf, findPerson } from '../accounts/accounts.queries.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { threadNotices } from '../forum/forum-notices.queries.ts';
import { accessedTemplates } from '../templates/template-access.queries.ts';
import { NotificationModel, type NotificationRecord } from './notification.model.ts';
import { type PushDevice, PushDeviceModel } from './push-device.model.ts';
import { pushKeys } from './push-keys.ts';

/** Left to this process that long, then tried once more by whoever comes. */
const RETRY_MS = 60_000;
const TRIES_MAX = 3;
const SWEEP_EVERY_MS = 60_000;
const ANSWER_WITHIN_MS = 10_000;
/** A telephone that was off for longer shows nothing: the bell does. */
const KEPT_BY_SERVICE_S = 12 * 3_600;
const TITLE_MAX = 120;

const claim = (now: Date) =>
  NotificationModel.findOneAndUpdate(
    { pushAt: { $lte: now } },
    { $set: { pushAt: new Date(now.getTime() + RETRY_MS) }, $inc: { pushTries: 1 } },
    { sort: { pushAt: 1 }, returnDocument: 'after' },
  ).lean<NotificationRecord>();

/** The same of what is told of a model. */
const templatePayload = async (actor: Actor, { kind, by, templateId, commentId }: NotificationRecord): Promise<string | null> => {
  const template = templateId ? (await accessedTemplates([templateId])).get(templateId) : undefined;
  if (!template || !canReadTemplate(actor, template.facts)) return null;
  const { who, did } = notificationSentence(kind, by?.name ?? null);
  const path = `/modeles/${template.id}${commentId ? `#commentaire-${commentId}` : ''}`;
  return JSON.stringify({ title: template.title.slice(0, TITLE_MAX), body: who ? `${who} ${did}` : did, path, tag: template.id });
};

/** The same of what belongs to no club. */
const aboutPayload = ({ kind, by }: NotificationRecord, { id, title, place, path }: About): string => {
  const { who, did } = notificationSentence(kind, by?.name ?? null);
  return JSON.stringify({ title: `${place}, ${title}`.slice(0, TITLE_MAX), body: who ? `${who} ${did}` : did, path, tag: id });
};

/** A short title and where it leads, as the person may read it now; null when it was closed to her, or her account is suspended. */
const payloadOf = async (told: NotificationRecord): Promise<string | null> => {
  const person = await findPerson(told.personId);
  if (person.suspendedAt) return null;
  const actor = actorOf(person);
  if (told.about) return aboutPayload(told, told.about);
  if (told.templateId) return templatePayload(actor, told);
  const { kind, by, clubId, threadId, replyNumber } = told;
  const club = clubId ? knownClub(clubId) : undefined;
  const notice = threadId ? (await threadNotices([threadId])).get(threadId) : undefined;
  if (!club || (threadId && !notice?.mayRead(actor))) return null;
  const { who, did } = notificationSentence(kind, by?.name ?? null);
  const path = `/clubs/${club.slug}${threadId ? `/sujets/${threadId}${replyNumber ? `#reponse-${replyNumber}` : ''}` : ''}`;
  const title = (notice?.title ?? `Club ${club.name}`).slice(0, TITLE_MAX);
  return JSON.stringify({ title, body: who ? `${who} ${did}` : did, path, tag: threadId ?? clubId });
};

interface Push {
  payload: string;
  subject: string;
  urgency: 'normal' | 'high';
}

/** Encrypts for the device alone (RFC 8291) and hands over to its push service; a device that service no longer knows is forgotten. */
const sendTo = async (device: PushDevice, { payload, subject, urgency }: Push): Promise<void> => {
  const vapidDetails = { subject, ...(await pushKeys()) };
  const request = webPush.generateRequestDetails(device, payload, { TTL: KEPT_BY_SERVICE_S, urgency, vapidDetails });
  const answer = await fetch(request.endpoint, {
    method: request.method,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: request.body ? new Uint8Array(request.body) : null,
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  await answer.body?.cancel();
  if (answer.status === 404 || answer.status === 410) await PushDeviceModel.deleteOne({ _id: device._id });
  else if (!answer.ok) throw new Error(`push service answered ${answer.status}`);
};

const sendOne = async (told: NotificationRecord, subject: string): Promise<void> => {
  const payload = told.unread ? await payloadOf(told) : null;
  const devices = payload ? await PushDeviceModel.find({ personId: told.personId }).lean<PushDevice[]>() : [];
  const urgency = URGENT_KINDS.has(told.kind) ? 'high' : 'normal';
  const sent = await Promise.allSettled(devices.map((device) => sendTo(device, { payload: payload as string, subject, urgency })));
  const failure = sent.find((result) => result.status === 'rejected');
  if (failure && (told.pushTries ?? 0) < TRIES_MAX) throw failure.reason;
  await NotificationModel.updateOne({ _id: told._id }, { $unset: { pushAt: 1, pushTries: 1 } });
};

/** Sends what is due at this instant to the devices of each person. Sent twice, it replaces itself: the tag is that of the thread. */
export const sendDuePushes = async (subject: string, now: Date, goOn: () => boolean = () => true): Promise<void> => {
  for (let told = await claim(now); told; told = goOn() ? await claim(now) : null) {
    await sendOne(told, subject).catch((error: unknown) => logger.warn({ err: error }, 'push not sent'));
  }
};

/** Starts sending, as people are told. @returns how to stop */
export const startPushing = (publicUrl: string): (() => Promise<void>) => {
  // Whom push services may write to about us; they take no address that is not https.
  const subject = `mailto:ne-pas-repondre@${new URL(publicUrl).hostname}`;
  return startRecurring({
    name: 'send pushes',
    everyMs: SWEEP_EVERY_MS,
    work: (goOn) => sendDuePushes(subject, new Date(), goOn),
    listen: (wake) =>
      subscribe('notifications.delivered', ({ pushes }) => {
        if (pushes) wake();
      }),
  });
};
