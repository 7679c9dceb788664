import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { publish } from '../../platform/events.ts';
import type { NotificationJob } from '../../platform/notify.ts';
import { objectId } from '../../platform/object-id.ts';
import { actorOf, refsOf } from '../accounts/accounts.queries.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { threadNotices } from '../forum/forum-notices.queries.ts';
import { NotificationModel, type NotificationRecord } from './notification.model.ts';

/** Who may still read what a job tells of. A decision is told to whom it concerns, also where she may not enter. */
const readersOf = async ({ kind, clubId, threadId }: NotificationJob): Promise<(actor: Actor) => boolean> => {
  const club = knownClub(clubId);
  if (!club) return () => false;
  if (kind === 'join-decision') return () => true;
  if (!threadId) return (actor) => canRead(actor, club);
  return (await threadNotices([threadId])).get(threadId)?.mayRead ?? (() => false);
};

/** A post one is told of twice, for being mentioned in it and for following its thread, is one post. */
const postKeyOf = ({ _id, kind, threadId, replyNumber }: NotificationJob): string =>
  threadId && ['reply', 'mention', 'thread'].includes(kind) ? `post:${threadId}:${replyNumber ?? 0}` : _id;

type Row = Omit<NotificationRecord, '_id'>;

const rowFor = (job: NotificationJob, by: PersonRef | null, personId: string): Row => ({
  personId,
  key: job._id,
  postKey: postKeyOf(job),
  kind: job.kind,
  by,
  clubId: job.clubId,
  threadId: job.threadId ?? null,
  replyNumber: job.replyNumber ?? null,
  note: job.note ?? null,
  at: job.at,
  unread: true,
  readAt: null,
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

/** Tells these people, but the actor herself, those told otherwise, and whoever may not read the thing (any more). */
export const deliver = async (job: NotificationJob, personIds: string[]): Promise<void> => {
  const leftOut = new Set([job.byId, ...(job.except ?? [])]);
  const _id = { $in: personIds.filter((id) => !leftOut.has(id)).map(objectId) };
  const [people, mayRead, [by = null]] = await Promise.all([
    PersonModel.find({ _id }, { memberships: 1 }).lean<PersonRecord[]>(),
    readersOf(job),
    job.byId ? refsOf([job.byId]) : [],
  ]);
  const told = people.filter((person) => mayRead(actorOf(person))).map((person) => person._id.toHexString());
  if (told.length === 0) return;
  await insertMissing(told.map((id) => rowFor(job, by, id)));
  await publish('notifications.delivered', { personIds: told, key: job._id });
};
