import type { Actor } from '@beffroi/shared/core/actor';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { ACTIVITY_WEEKS, type Today } from '@beffroi/shared/features/today/today.contract';
import { type KnownClub, readableClubs } from '../clubs/known-clubs.queries.ts';
import { excerptOf } from './excerpt.ts';
import { presentItem } from './forum.presenter.ts';
import { ITEM_FIELDS } from './forum.queries.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

const WAITING_SHOWN = 6;
const ANSWERS_SHOWN = 4;
const RECENT_SHOWN = 6;
const WEEK_MS = 7 * 86_400_000;
const MEDIAN_OVER_MS = 30 * 86_400_000;

const present = (threads: ThreadRecord[], clubs: KnownClub[]): ThreadItem[] => {
  const byId = new Map(clubs.map((club) => [club.id, club]));
  return threads.flatMap((thread) => {
    const club = byId.get(thread.clubId);
    return club ? [presentItem(thread, club)] : [];
  });
};
const inClubs = (clubs: KnownClub[]) => ({ clubId: { $in: clubs.map(({ id }) => id) }, deletedAt: null });

/** Open questions of these clubs that are not the actor's own, the latest first, and how many there are. */
export const waitingThreads = async (actor: Actor, clubs: KnownClub[]) => {
  const open = { ...inClubs(clubs), status: 'open' as const, kind: 'question' as const, 'author.id': { $ne: actor.personId } };
  const [threads, count] = await Promise.all([
    ThreadModel.find(open, ITEM_FIELDS).sort({ lastActivityAt: -1, _id: -1 }).limit(WAITING_SHOWN).lean<ThreadRecord[]>(),
    ThreadModel.countDocuments(open),
  ]);
  return { items: present(threads, clubs), count };
};

/** The actor's questions that were answered and wait for her to accept, each with its last answer by another. */
export const latestAnswers = async (actor: Actor): Promise<Today['answers']> => {
  const clubs = readableClubs(actor);
  const threads = await ThreadModel.find({ 'author.id': actor.personId, status: 'answered', deletedAt: null }, ITEM_FIELDS)
    .sort({ lastActivityAt: -1 })
    .limit(ANSWERS_SHOWN)
    .lean<ThreadRecord[]>();
  const found = await Promise.all(
    threads.map(async (thread) => {
      const [item] = present([thread], clubs);
      const reply = await ReplyModel.findOne({ threadId: thread._id, deletedAt: null, 'author.id': { $ne: actor.personId } })
        .sort({ number: -1 })
        .lean<ReplyRecord>();
      return item && reply ? [{ item, reply }] : [];
    }),
  );
  return found.flat().map(({ item, reply }) => ({
    thread: item,
    reply: { number: reply.number, author: reply.author, excerpt: excerptOf(reply.body), at: reply.createdAt.toISOString() },
  }));
};

export const recentThreads = async (clubs: KnownClub[]): Promise<ThreadItem[]> => {
  const threads = await ThreadModel.find(inClubs(clubs), ITEM_FIELDS)
    .sort({ lastActivityAt: -1, _id: -1 })
    .limit(RECENT_SHOWN)
    .lean<ThreadRecord[]>();
  return present(threads, clubs);
};

const median = (values: number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** Replies a week and the time a first answer takes, over these clubs. */
export const clubActivity = async (clubs: KnownClub[]): Promise<Today['activity']> => {
  const end = Date.now();
  const start = new Date(end - ACTIVITY_WEEKS * WEEK_MS);
  const clubIds = { $in: clubs.map(({ id }) => id) };
  const [replies, answered] = await Promise.all([
    ReplyModel.find({ clubId: clubIds, createdAt: { $gt: start } }, { createdAt: 1, _id: 0 }).lean(),
    ThreadModel.find(
      { clubId: clubIds, firstAnswerAt: { $gt: new Date(end - MEDIAN_OVER_MS) } },
      { createdAt: 1, firstAnswerAt: 1, _id: 0 },
    ).lean(),
  ]);
  const repliesByWeek = Array.from({ length: ACTIVITY_WEEKS }, () => 0);
  for (const { createdAt } of replies) {
    const week = ACTIVITY_WEEKS - 1 - Math.min(ACTIVITY_WEEKS - 1, Math.max(0, Math.floor((end - createdAt.getTime()) / WEEK_MS)));
    repliesByWeek[week] = (repliesByWeek[week] ?? 0) + 1;
  }
  const waits = answered.flatMap(({ createdAt, firstAnswerAt }) =>
    firstAnswerAt ? [(firstAnswerAt.getTime() - createdAt.getTime()) / 60_000] : [],
  );
  const medianMinutes = median(waits);
  return {
    repliesByWeek,
    repliesThisWeek: repliesByWeek.at(-1) ?? 0,
    medianFirstAnswerMinutes: medianMinutes === null ? null : Math.round(medianMinutes),
  };
};
