import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { plainText } from '@beffroi/shared/core/rich-text';
import type { Reading } from '@beffroi/shared/features/attention/reading';
import type { Reply, ThreadItem, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import { canReadThread, type ThreadFacts } from '@beffroi/shared/features/forum/forum.policy';
import type { ThreadKind, ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Types } from 'mongoose';
import { beforeCursor, encodeCursor, unknownCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { type KnownClub, knownClub, readableClub, readableClubs } from '../clubs/known-clubs.queries.ts';
import { similarThreadIds } from '../search/search.queries.ts';
import { presentItem, presentReply, presentRevision, presentThread, threadFacts } from './forum.presenter.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { RevisionModel, type RevisionRecord } from './revision.model.ts';
import { listPages, threadPages } from './shared-pages.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { readingOfThread, readingsOf } from './thread-reading.queries.ts';
import { writtenReply, writtenThread } from './written-texts.ts';

/** What a row shows: neither the text nor who votes. */
export const ITEM_FIELDS = { body: 0, meToo: 0, acts: 0, invitations: 0 } as const;
const SIMILAR_SHOWN = 6;

interface PageInput {
  cursor?: string | undefined;
  limit?: number | undefined;
}

interface ListInput extends PageInput {
  slug: string;
  status?: ThreadStatus | undefined;
  kind?: ThreadKind | undefined;
  tag?: string | undefined;
  /** Only what moved after that instant. */
  since?: string | undefined;
}

/** Where the page after begins, of a list read one longer than its page; null when there is none. */
export const nextCursor = (threads: ThreadRecord[], limit: number): string | null => {
  const last = threads.length > limit ? threads[limit - 1] : undefined;
  return last ? encodeCursor({ at: last.lastActivityAt, id: last._id }) : null;
};

const readList = (clubId: string, { status, kind, tag, since, cursor, limit }: ListInput & { limit: number }): Promise<ThreadRecord[]> =>
  ThreadModel.find(
    {
      clubId,
      deletedAt: null,
      ...(status && { status }),
      ...(kind && { kind }),
      ...(tag && { tags: tag }),
      ...(since && { lastActivityAt: { $gt: new Date(since) } }),
      ...beforeCursor('lastActivityAt', cursor),
    },
    ITEM_FIELDS,
  )
    .sort({ lastActivityAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ThreadRecord[]>()
    .exec();

/**
 * A club's threads, the most recently active first: one command, or none while a page another reader asked for stands, and one
 * for what this reader has seen of them, or none while she marks nothing.
 * @throws AppError `not-found`, `invalid-input` (a cursor that is none of ours)
 */
export const listThreads = async (actor: Actor, input: ListInput): Promise<{ items: ThreadItem[]; nextCursor: string | null }> => {
  const club = readableClub(actor, input.slug);
  const { status, kind, tag, since, cursor, limit = PAGE_SIZE } = input;
  const read = () => readList(club.id, { ...input, limit });
  // A list since one's own visit is nobody else's: keeping it would drive out those that many read.
  const threads = since ? await read() : await listPages.get(club.id, JSON.stringify([status, kind, tag, cursor, limit]), read);
  const page = threads.slice(0, limit);
  const readings = await readingsOf(actor, page);
  return {
    items: page.map((thread) => presentItem(thread, club, readings.get(thread._id.toHexString()))),
    nextCursor: nextCursor(threads, limit),
  };
};

export interface LoadedThread {
  thread: ThreadRecord;
  club: KnownClub;
  facts: ThreadFacts;
}

const admitted = (actor: Actor, thread: ThreadRecord | null): LoadedThread => {
  const club = thread && knownClub(thread.clubId);
  if (!thread || !club) throw new AppError('not-found');
  const facts = threadFacts(thread, club);
  if (!canReadThread(actor, facts)) throw new AppError('not-found');
  return { thread, club, facts };
};

/** The thread as the actor may read it. @throws AppError `not-found` */
export const readableThread = async (actor: Actor, id: string): Promise<LoadedThread> =>
  admitted(actor, await ThreadModel.findById(objectId(id)).lean<ThreadRecord>());

/** A reply and its thread, as the actor may read them. @throws AppError `not-found` */
export const readableReply = async (actor: Actor, id: string): Promise<LoadedThread & { reply: ReplyRecord }> => {
  const reply = await ReplyModel.findById(objectId(id)).lean<ReplyRecord>();
  if (!reply) throw new AppError('not-found');
  return { ...(await readableThread(actor, reply.threadId.toHexString())), reply };
};

const REPLIES_SHOWN = 50;

/** One more than is shown, which tells whether there is a next page. */
const readReplies = (threadId: Types.ObjectId, after: number, limit: number): Promise<ReplyRecord[]> =>
  ReplyModel.find({ threadId, number: { $gt: after } })
    .sort({ number: 1 })
    .limit(limit + 1)
    .lean<ReplyRecord[]>()
    .exec();

const presentPage = (actor: Actor, { facts }: LoadedThread, replies: ReplyRecord[], limit: number) => {
  const page = replies.slice(0, limit);
  return {
    items: page.map((reply) => presentReply(actor, reply, facts)),
    nextCursor: replies.length > limit ? String(page.at(-1)?.number) : null,
  };
};

const repliesAfter = async (actor: Actor, loaded: LoadedThread, after: number, limit = REPLIES_SHOWN) =>
  presentPage(actor, loaded, await readReplies(loaded.thread._id, after, limit), limit);

const readThread = async (id: Types.ObjectId, limit: number) => {
  const [thread, replies] = await Promise.all([ThreadModel.findById(id).lean<ThreadRecord>(), readReplies(id, 0, limit)]);
  return { thread, replies };
};

/**
 * A thread with its replies numbered above `after`: two commands, or none while what another reader asked for stands, and one for
 * where this reader stands in it. Who asks for what she missed is never answered from memory.
 * @throws AppError `not-found`
 */
export const getThread = async (
  actor: Actor,
  { id, after, limit = REPLIES_SHOWN }: { id: string; after?: number | undefined; limit?: number | undefined },
): Promise<ThreadPage> => {
  const threadId = objectId(id);
  const shared =
    after === undefined ? await threadPages.get(threadId.toHexString(), String(limit), () => readThread(threadId, limit)) : null;
  const loaded = shared ? admitted(actor, shared.thread) : await readableThread(actor, id);
  const [replies, reading] = await Promise.all([
    shared?.replies ?? readReplies(threadId, after ?? 0, limit),
    readingOfThread(actor, loaded.thread),
  ]);
  return { ...presentThread(actor, loaded.thread, loaded.club), replies: presentPage(actor, loaded, replies, limit), reading };
};

/** Replies numbered above `after`, in order; the cursor is the last number. @throws AppError `not-found`, `invalid-input` */
export const listReplies = async (
  actor: Actor,
  { id, after, cursor, limit }: PageInput & { id: string; after?: number | undefined },
): Promise<{ items: Reply[]; nextCursor: string | null }> => {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw unknownCursor();
  return repliesAfter(actor, await readableThread(actor, id), cursor ? Number(cursor) : (after ?? 0), limit);
};

const revisionsOf = async (textId: ThreadRecord['_id']) => {
  const revisions = await RevisionModel.find({ textId }).sort({ version: -1 }).limit(100).lean<RevisionRecord[]>();
  return { items: revisions.map(presentRevision) };
};

/** Earlier versions of a thread, the last first; those of a deleted one are gone with it. @throws AppError `not-found` */
export const threadRevisions = async (actor: Actor, id: string) => {
  const { thread } = await readableThread(actor, id);
  return thread.deletedAt ? { items: [] } : revisionsOf(thread._id);
};

/** Earlier versions of a reply; those of a deleted one are gone with it. @throws AppError `not-found` */
export const replyRevisions = async (actor: Actor, id: string) => {
  const { reply } = await readableReply(actor, id);
  return reply.deletedAt ? { items: [] } : revisionsOf(reply._id);
};

/** Rows of threads whose readings are known already, by id; those the actor may read only. */
export const itemsWithReadings = async (actor: Actor, known: { id: string; reading: Reading }[]): Promise<Map<string, ThreadItem>> => {
  if (known.length === 0) return new Map();
  const readable = new Map(readableClubs(actor).map((club) => [club.id, club]));
  const readings = new Map(known.map(({ id, reading }) => [id, reading]));
  const threads = await ThreadModel.find({ _id: { $in: known.map(({ id }) => objectId(id)) }, deletedAt: null }, ITEM_FIELDS).lean<
    ThreadRecord[]
  >();
  return new Map(
    threads.flatMap((thread) => {
      const [id, club] = [thread._id.toHexString(), readable.get(thread.clubId)];
      return club ? [[id, presentItem(thread, club, readings.get(id))] as const] : [];
    }),
  );
};

/** Threads by id, in the order asked, those the actor may read only. */
export const itemsByIds = async (actor: Actor, ids: string[]): Promise<ThreadItem[]> => {
  const readable = new Map(readableClubs(actor).map((club) => [club.id, club]));
  const threads = await ThreadModel.find({ _id: { $in: ids.map(objectId) }, deletedAt: null }, ITEM_FIELDS).lean<ThreadRecord[]>();
  const byId = new Map(threads.map((thread) => [thread._id.toHexString(), thread]));
  return ids.flatMap((id) => {
    const thread = byId.get(id);
    const club = thread && readable.get(thread.clubId);
    return thread && club ? [presentItem(thread, club)] : [];
  });
};

/** Threads close to a title being typed, resolved ones first. @throws AppError `not-found` when `club` may not be read */
export const similarThreads = async (actor: Actor, { title, club }: { title: string; club?: string | undefined }) => {
  const clubFirst = club ? readableClub(actor, club).id : undefined;
  const ids = await similarThreadIds({ title, clubIds: readableClubs(actor).map(({ id }) => id), clubFirst, limit: SIMILAR_SHOWN });
  return { items: await itemsByIds(actor, ids) };
};

/** All the words of a thread but its title's: what a legal watch states is looked for as much as its text. */
const wordsOf = ({ body, watch }: ThreadRecord): string =>
  [plainText(body), ...(watch ? [watch.sourceTitle, watch.audience, watch.change] : [])].join('\n');

/** What search keeps of a thread; null once it is deleted. */
export const searchableThread = async (threadId: string) => {
  const thread = await writtenThread(threadId);
  const club = thread && knownClub(thread.clubId);
  if (!thread || !club || thread.deletedAt) return null;
  const { title, status, author, createdAt: at } = thread;
  const acceptedReplyId = thread.acceptedReplyId?.toHexString() ?? null;
  return { threadId, clubId: club.id, clubSlug: club.slug, title, text: wordsOf(thread), status, acceptedReplyId, author, at };
};

/** What search keeps of a reply; null once it or its thread is deleted. */
export const searchableReply = async (replyId: string) => {
  const reply = await writtenReply(replyId);
  if (!reply || reply.deletedAt) return null;
  const thread = await searchableThread(reply.threadId.toHexString());
  if (!thread) return null;
  return { ...thread, replyId, number: reply.number, text: plainText(reply.body), author: reply.author, at: reply.createdAt };
};
