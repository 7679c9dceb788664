import { type Actor, isAgent } from '@beffroi/shared/core/actor';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import type { Today } from '@beffroi/shared/features/today/today.contract';
import type { QueryFilter } from 'mongoose';
import { beforeCursor } from '../../platform/cursor.ts';
import { excerptOf } from '../../platform/excerpt.ts';
import { allClubs, clubsOf, type KnownClub, liveClubs } from '../clubs/known-clubs.queries.ts';
import { presentItem } from './forum.presenter.ts';
import { ITEM_FIELDS, nextCursor } from './forum.queries.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { readingsOf } from './thread-reading.queries.ts';

const WAITING_SHOWN = 6;
const ANSWERS_SHOWN = 4;
const RECENT_SHOWN = 6;

const present = async (actor: Actor, threads: ThreadRecord[], clubs: KnownClub[]): Promise<ThreadItem[]> => {
  const byId = new Map(clubs.map((club) => [club.id, club]));
  const readings = await readingsOf(actor, threads);
  return threads.flatMap((thread) => {
    const club = byId.get(thread.clubId);
    return club ? [presentItem(thread, club, readings.get(thread._id.toHexString()))] : [];
  });
};
const inClubs = (clubs: KnownClub[]) => ({ clubId: { $in: clubs.map(({ id }) => id) }, deletedAt: null });

const openFor = (actor: Actor, clubs: KnownClub[]) => ({
  ...inClubs(clubs),
  status: 'open' as const,
  kind: 'question' as const,
  closure: null,
  duplicateOf: null,
  'author.id': { $ne: actor.personId },
});

const latestFirst = (filter: QueryFilter<ThreadRecord>, limit: number) =>
  ThreadModel.find(filter, ITEM_FIELDS).sort({ lastActivityAt: -1, _id: -1 }).limit(limit).lean<ThreadRecord[]>();

/** The first open questions of these clubs that are not the actor's own, the latest first, and how many there are. */
export const waitingThreads = async (actor: Actor, clubs: KnownClub[]) => {
  const open = openFor(actor, clubs);
  const [threads, count] = await Promise.all([latestFirst(open, WAITING_SHOWN), ThreadModel.countDocuments(open)]);
  return { items: await present(actor, threads, clubs), count };
};

/** All of them, page by page. @throws AppError `invalid-input` (a cursor that is none of ours) */
export const listWaiting = async (
  actor: Actor,
  { cursor, limit = PAGE_SIZE }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: ThreadItem[]; nextCursor: string | null }> => {
  const clubs = clubsOf(actor);
  const threads = await latestFirst({ ...openFor(actor, clubs), ...beforeCursor('lastActivityAt', cursor) }, limit + 1);
  return { items: await present(actor, threads.slice(0, limit), clubs), nextCursor: nextCursor(threads, limit) };
};

/** The actor's questions that were answered and wait for her to accept, each with the last answer that can be accepted. */
export const latestAnswers = async (actor: Actor): Promise<Today['answers']> => {
  const clubs = liveClubs(actor);
  const threads = await ThreadModel.find(
    { 'author.id': actor.personId, status: 'answered', kind: 'question', deletedAt: null },
    ITEM_FIELDS,
  )
    .sort({ lastActivityAt: -1 })
    .limit(ANSWERS_SHOWN)
    .lean<ThreadRecord[]>();
  const items = new Map((await present(actor, threads, clubs)).map((item) => [item.id, item]));
  const found = await Promise.all(
    threads.map(async (thread) => {
      const item = items.get(thread._id.toHexString());
      const reply = await ReplyModel.findOne({
        threadId: thread._id,
        parentId: null,
        deletedAt: null,
        'author.id': { $ne: actor.personId },
      })
        .sort({ number: -1 })
        .lean<ReplyRecord>();
      return item && reply ? [{ item, reply }] : [];
    }),
  );
  return found.flat().map(({ item, reply }) => ({
    thread: item,
    reply: {
      id: reply._id.toHexString(),
      number: reply.number,
      author: reply.author,
      excerpt: excerptOf(reply.body),
      at: reply.createdAt.toISOString(),
    },
  }));
};

/** What last moved in these clubs, and what any club announced to the territory, of which its agents read all. */
export const recentThreads = async (actor: Actor, clubs: KnownClub[]): Promise<ThreadItem[]> => {
  const live = allClubs().filter(({ archived }) => !archived);
  const announced = { ...inClubs(live), kind: 'announcement' as const, audience: 'territory' as const };
  const [own, told] = await Promise.all([
    latestFirst(inClubs(clubs), RECENT_SHOWN),
    isAgent(actor) ? latestFirst(announced, RECENT_SHOWN) : [],
  ]);
  const byId = new Map([...own, ...told].map((thread) => [thread._id.toHexString(), thread]));
  const latest = [...byId.values()].toSorted((a, b) => b.lastActivityAt.getTime() - a.lastActivityAt.getTime());
  return present(actor, latest.slice(0, RECENT_SHOWN), live);
};
