import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import { type Channel, URGENT_KINDS } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { canReadTemplate } from '@beffroi/shared/features/templates/templates.policy';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { publish } from '../../platform/events.ts';
import type { News } from '../../platform/notify.ts';
import { objectId } from '../../platform/object-id.ts';
import { actorOf, personRefOf } from '../accounts/accounts.queries.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { mutedAmong } from '../attention/attention.queries.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { threadNotices } from '../forum/forum-notices.queries.ts';
import { accessedTemplates } from '../templates/template-access.queries.ts';
import { inPortions } from './audience.ts';
import { NotificationModel, type NotificationRecord } from './notification.model.ts';
import { channelFor, settingsOf } from './notification-settings.queries.ts';
import { PushDeviceModel } from './push-device.model.ts';

/** Who may still read what a job tells of. A decision is told to whom it concerns, also where she may not enter. */
const readersOf = async ({ kind, clubId, about, threadId, templateId }: News): Promise<(actor: Actor) => boolean> => {
  if (about) return () => true;
  const club = clubId ? knownClub(clubId) : undefined;
  if (!club) return () => false;
  if (kind === 'join-decision' || kind === 'membership') return () => true;
  if (templateId) {
    const template = (await accessedTemplates([templateId])).get(templateId);
    return (actor) => template !== undefined && canReadTemplate(actor, template.facts);
  }
  if (!threadId) return (actor) => canRead(actor, club);
  return (await threadNotices([threadId])).get(threadId)?.mayRead ?? (() => false);
};

/** A post one is told of twice, for being mentioned in it and for following its thread, is one post. */
const postKeyOf = ({ _id, kind, threadId, replyNumber, apart }: News): string =>
  !apart && threadId && ['reply', 'mention', 'thread'].includes(kind) ? `post:${threadId}:${replyNumber ?? 0}` : _id;

const peopleWithDevices = async (personIds: string[]): Promise<Set<string>> =>
  new Set((await PushDeviceModel.find({ personId: { $in: personIds } }, { _id: 0, personId: 1 }).lean()).map(({ personId }) => personId));

type Row = Omit<NotificationRecord, '_id'>;

/** A mail leaves this long after: who reads it here first needs none. */
const MAIL_AFTER_MS = 2 * 60_000;
/** News older than this waits here: a mail, or a telephone that rings, would come too late to be of use. */
const FRESH_MS = 6 * 3_600_000;

type Due = Pick<NotificationRecord, 'mailAt' | 'pushAt'>;

/** What else than the bell is to ring, and when. */
const dueFor = ({ kind, at }: News, channel: Channel, hasDevice: boolean): Due => {
  const now = Date.now();
  if (now - at.getTime() > FRESH_MS) return {};
  const mailAfter = URGENT_KINDS.has(kind) ? 0 : MAIL_AFTER_MS;
  return { ...(channel === 'mail' && { mailAt: new Date(now + mailAfter) }), ...(hasDevice && { pushAt: new Date(now) }) };
};

const rowFor = (job: News, by: PersonRef | null, personId: string, due: Due): Row => ({
  personId,
  key: job._id,
  postKey: postKeyOf(job),
  kind: job.kind,
  by,
  clubId: job.clubId ?? null,
  ...(job.about && { about: job.about }),
  threadId: job.threadId ?? null,
  replyNumber: job.replyNumber ?? null,
  templateId: job.templateId ?? null,
  commentId: job.commentId ?? null,
  note: job.note ?? null,
  at: job.at,
  unread: true,
  readAt: null,
  ...due,
});

/** Inserts what is not there yet: who was told before the walk was interrupted is not told again. */
const insertMissing = async (rows: Row[]): Promise<void> => {
  try {
    await NotificationModel.collection.insertMany(rows as never[], { ordered: false });
  } catch (error) {
    const failures = (error as { writeErrors?: unknown }).writeErrors;
    if (!isDuplicate(error) || ![failures ?? []].flat().every(isDuplicate)) throw error;
  }
};

/** Many suggestions wait in a model at once: who has not read of one is not told of the next. */
const waitingFor = async ({ kind, templateId }: News, told: string[]): Promise<string[]> => {
  if (kind !== 'suggestion' || !templateId) return [];
  const waiting = await NotificationModel.find({ personId: { $in: told }, unread: true, kind, templateId }, { personId: 1 }).lean();
  return waiting.map(({ personId }) => personId);
};

/** What each of these people is to find, but those who are not told. */
const rowsFor = async (job: News, personIds: string[]): Promise<Row[]> => {
  const muted = job.kind === 'mention' && job.threadId && job.clubId ? await mutedAmong(personIds, job.threadId, job.clubId) : [];
  const leftOut = new Set([job.byId, ...(job.except ?? []), ...muted]);
  for (const id of await waitingFor(job, personIds)) leftOut.add(id);
  const told = personIds.filter((id) => !leftOut.has(id));
  if (told.length === 0) return [];
  const _id = { $in: [...(job.byId ? [job.byId] : []), ...told].map(objectId) };
  const [people, mayRead, settings, withDevice] = await Promise.all([
    PersonModel.find({ _id }, { name: 1, memberships: 1, suspendedAt: 1 })
      .batchSize(told.length + 2)
      .lean<PersonRecord[]>(),
    readersOf(job),
    settingsOf(told),
    peopleWithDevices(told),
  ]);
  const author = people.find((person) => person._id.toHexString() === job.byId);
  const by = author ? personRefOf(author) : null;
  return people.flatMap((person) => {
    if (person === author) return [];
    const id = person._id.toHexString();
    const channel = channelFor(settings.get(id), job.kind, job.clubId ?? '');
    return channel === 'none' || person.suspendedAt || !mayRead(actorOf(person))
      ? []
      : [rowFor(job, by, id, dueFor(job, channel, withDevice.has(id)))];
  });
};

/** Written at once: whoever reads or writes meanwhile waits behind them. */
const WRITTEN_AT_ONCE = 50;

/** Carries out one step of a telling, and gives others their turn after it where many are told. */
export type Pace = <T>(step: () => Promise<T>) => Promise<T>;

/**
 * Tells these people, but the actor herself, those told otherwise, whoever may not read the thing (any more), whose account
 * is suspended, and whoever chose not to be told of such things.
 */
export const deliver = async (job: News, personIds: string[], pace: Pace = (step) => step()): Promise<void> => {
  const rows = await pace(() => rowsFor(job, personIds));
  const urgent = URGENT_KINDS.has(job.kind);
  for (const some of inPortions(rows, WRITTEN_AT_ONCE))
    await pace(async () => {
      await insertMissing(some);
      const pushes = some.some(({ pushAt }) => pushAt);
      await publish('notifications.delivered', { personIds: some.map(({ personId }) => personId), key: job._id, pushes, urgent });
    });
};
