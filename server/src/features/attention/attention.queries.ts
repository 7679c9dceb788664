import type { FollowLevel } from '@beffroi/shared/features/attention/attention.vocabulary';
import { SHOWING_ALL, showsAll } from '@beffroi/shared/features/attention/reading';
import type { Types } from 'mongoose';
import { objectId } from '../../platform/object-id.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { clubIdOfThread } from '../forum/forum-mentions.queries.ts';
import { MarkModel, type MarkRecord } from './mark.model.ts';

/** People read at once: a fan-out to thousands holds no more in memory, and nobody waits for more. */
const PAGE = 100;

/** The levels these people chose for this thing; who chose nothing is not in it. */
const chosenBy = async (personIds: string[], subjectId: Types.ObjectId): Promise<Map<string, FollowLevel | null>> => {
  const marks = await MarkModel.find({ personId: { $in: personIds }, subjectId }, { _id: 0, personId: 1, level: 1 })
    .batchSize(PAGE)
    .lean<MarkRecord[]>();
  return new Map(marks.map(({ personId, level }) => [personId, level ?? null]));
};

/** Those who chose to follow it at this level, in pages, by the index that lists them. */
async function* chose(level: FollowLevel, subjectId: Types.ObjectId): AsyncGenerator<string[]> {
  for (let last: Types.ObjectId | null = null; ; ) {
    const page: MarkRecord[] = await MarkModel.find({ subjectId, level, ...(last && { _id: { $gt: last } }) }, { _id: 1, personId: 1 })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<MarkRecord[]>();
    if (page.length > 0) yield page.map(({ personId }) => personId);
    if (page.length < PAGE) return;
    last = (page.at(-1) as MarkRecord)._id;
  }
}

interface Named {
  _id: Types.ObjectId;
  sortKey: string;
}

/** A club's people, in pages, in the order of the index that lists them. */
async function* membersOf(clubId: string): AsyncGenerator<string[]> {
  for (let last: Named | null = null; ; ) {
    const beyond: object = last ? { $or: [{ sortKey: { $gt: last.sortKey } }, { sortKey: last.sortKey, _id: { $gt: last._id } }] } : {};
    const page: Named[] = await PersonModel.find(
      { memberships: { $elemMatch: { scope: 'club', scopeId: clubId } }, ...beyond },
      { sortKey: 1 },
    )
      .sort({ sortKey: 1, _id: 1 })
      .limit(PAGE)
      .batchSize(PAGE)
      .lean<Named[]>();
    if (page.length > 0) yield page.map(({ _id }) => _id.toHexString());
    if (page.length < PAGE) return;
    last = page.at(-1) as Named;
  }
}

/** Of these people, those who are members of the club. */
const membersAmong = async (personIds: string[], clubId: string): Promise<Set<string>> => {
  const member = { _id: { $in: personIds.map(objectId) }, memberships: { $elemMatch: { scope: 'club', scopeId: clubId } } };
  return new Set((await PersonModel.find(member, { _id: 1 }).lean<Named[]>()).map(({ _id }) => _id.toHexString()));
};

/**
 * Who is told of what is new in a club, in pages of at most 100 ids, each person once: its members, but those who chose less
 * than the essential, and those who chose that much without being members. Whether they may still read it is for the caller to ask.
 */
export async function* followersOfClub(clubId: string): AsyncGenerator<string[]> {
  const subjectId = objectId(clubId);
  for await (const page of membersOf(clubId)) {
    const chosen = await chosenBy(page, subjectId);
    yield page.filter((personId) => showsAll(chosen.get(personId) ?? 'essential'));
  }
  for (const level of SHOWING_ALL)
    for await (const page of chose(level, subjectId)) {
      const already = await membersAmong(page, clubId);
      yield page.filter((personId) => !already.has(personId));
    }
}

/**
 * Who is told of each reply in a thread, in pages of at most 100 ids, each person once: who took part in it or chose so, and who
 * chose to follow all of its club without having chosen less here. A member who chose nothing finds it unread and is not
 * told. Whether they may still read it is for the caller to ask.
 */
export async function* followersOfThread(threadId: string): AsyncGenerator<string[]> {
  const subjectId = objectId(threadId);
  yield* chose('all', subjectId);
  const clubId = await clubIdOfThread(threadId);
  if (!clubId) return;
  for await (const page of chose('all', objectId(clubId))) {
    const chosen = await chosenBy(page, subjectId);
    yield page.filter((personId) => (chosen.get(personId) ?? null) === null);
  }
}

/**
 * Those whom `followersOfThread` gives, when they are few: one command, two where some follow the whole club; null when there are more.
 * @param most how many are few
 */
export const fewFollowersOfThread = async (threadId: string, clubId: string, most: number): Promise<string[] | null> => {
  const [thread, club] = [objectId(threadId), objectId(clubId)];
  // By the driver itself: each reply asks.
  const marks = await MarkModel.collection
    .find<Pick<MarkRecord, 'personId' | 'subject'>>(
      { subjectId: { $in: [thread, club] }, level: 'all' },
      { projection: { _id: 0, personId: 1, subject: 1 }, limit: most + 1 },
    )
    .toArray();
  if (marks.length > most) return null;
  const following = (subject: MarkRecord['subject']) => marks.flatMap((mark) => (mark.subject === subject ? [mark.personId] : []));
  const ofClub = following('club');
  const chosen = ofClub.length > 0 ? await chosenBy(ofClub, thread) : new Map<string, FollowLevel | null>();
  return [...following('thread'), ...ofClub.filter((personId) => (chosen.get(personId) ?? null) === null)];
};

/** Those of these people who muted the thread or, having chosen nothing for it, its club: they are told nothing of it. */
export const mutedAmong = async (personIds: string[], threadId: string, clubId: string): Promise<Set<string>> => {
  const [inThread, inClub] = await Promise.all([chosenBy(personIds, objectId(threadId)), chosenBy(personIds, objectId(clubId))]);
  return new Set(personIds.filter((id) => (inThread.get(id) ?? inClub.get(id)) === 'muted'));
};

/** The last reply of a thread the person saw (0: its text); null when she never opened it. */
export const readNumberOf = async (personId: string, threadId: string): Promise<number | null> => {
  const mark = await MarkModel.findOne({ personId, subjectId: objectId(threadId) }, { read: 1 }).lean<Pick<MarkRecord, 'read'>>();
  return mark?.read ?? null;
};
