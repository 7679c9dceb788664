import type { Actor } from '@beffroi/shared/core/actor';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { Reply, ThreadItem, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import type { ThreadFacts } from '@beffroi/shared/features/forum/forum.policy';
import type { ThreadKind, ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Types } from 'mongoose';
import { beforeCursor, decodeCursor, unknownCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { listOf, type Written, withField, withFields, write } from '../../platform/written-json.ts';
import { readableClub } from '../clubs/known-clubs.queries.ts';
import { ownItem, ownReply, ownThread } from './forum.presenter.ts';
import { admitted, ITEM_FIELDS, nextCursor, readableThread } from './forum.queries.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import {
  listPages,
  type SharedItem,
  type SharedReply,
  type SharedThread,
  shareItem,
  shareReply,
  shareThread,
  threadPages,
} from './shared-pages.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { readingOfThread, readingsOf } from './thread-reading.queries.ts';

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

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const pageOf = <T>(items: Written<T>[], next: string | null): Written<Page<T>> =>
  withField(write({ nextCursor: next }), 'items', listOf(items));

const readList = async (
  clubId: string,
  { status, kind, tag, since, cursor, limit }: ListInput & { limit: number },
): Promise<SharedItem[]> => {
  const threads = await ThreadModel.find(
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
    .lean<ThreadRecord[]>();
  return threads.map(shareItem);
};

/**
 * A club's threads, the most recently active first: one command, or none while a page another reader asked for stands, and one
 * for what this reader has seen of them, or none while she marks nothing.
 * @throws AppError `not-found`, `invalid-input` (a cursor that is none of ours)
 */
export const listThreads = async (actor: Actor, input: ListInput): Promise<Written<Page<ThreadItem>>> => {
  const club = readableClub(actor, input.slug);
  const { status, kind, tag, since, cursor, limit = PAGE_SIZE } = input;
  const read = () => readList(club.id, { ...input, limit });
  // A list since one's own visit is nobody else's: keeping it would drive out those that many read.
  const readPage = async () => ({ from: cursor ? decodeCursor(cursor) : null, items: await read() });
  const { items: shared } = since
    ? await readPage()
    : await listPages.get(club.id, JSON.stringify([status, kind, tag, cursor, limit]), readPage);
  const threads = shared.map(({ frame }) => frame);
  const readings = await readingsOf(actor, threads.slice(0, limit));
  const items = shared
    .slice(0, limit)
    .map(({ frame, text }): Written<ThreadItem> => withFields(text, ownItem(frame, club, readings.get(frame._id.toHexString()))));
  return pageOf(items, nextCursor(threads, limit));
};

const REPLIES_SHOWN = 50;

/** One more than is shown, which tells whether there is a next page. */
const readReplies = (threadId: Types.ObjectId, after: number, limit: number): Promise<ReplyRecord[]> =>
  ReplyModel.find({ threadId, number: { $gt: after } })
    .sort({ number: 1 })
    .limit(limit + 1)
    .lean<ReplyRecord[]>()
    .exec();

const repliesFor = (actor: Actor, facts: ThreadFacts, replies: SharedReply[], limit: number): Written<Page<Reply>> => {
  const page = replies.slice(0, limit);
  const items = page.map(({ frame, text }): Written<Reply> => withFields(text, ownReply(actor, frame, facts)));
  return pageOf(items, replies.length > limit ? String(page.at(-1)?.frame.number) : null);
};

const readThread = async (id: Types.ObjectId, after: number, limit: number): Promise<SharedThread | null> => {
  const [thread, replies] = await Promise.all([ThreadModel.findById(id).lean<ThreadRecord>(), readReplies(id, after, limit)]);
  return thread && shareThread(thread, replies);
};

/**
 * A thread with its replies numbered above `after`: two commands, or none while what another reader asked for stands, and one for
 * where this reader stands in it. Who asks for what she missed is never answered from memory.
 * @throws AppError `not-found`
 */
export const getThread = async (
  actor: Actor,
  { id, after, limit = REPLIES_SHOWN }: { id: string; after?: number | undefined; limit?: number | undefined },
): Promise<Written<ThreadPage>> => {
  const threadId = objectId(id);
  const read = () => readThread(threadId, after ?? 0, limit);
  const shared = after === undefined ? await threadPages.get(threadId.toHexString(), String(limit), read) : await read();
  const { thread, club, facts } = admitted(actor, shared?.frame ?? null);
  const { text, replies } = shared as SharedThread;
  const own = { ...ownThread(actor, thread, club), reading: await readingOfThread(actor, thread) };
  return withField(withFields(text, own), 'replies', repliesFor(actor, facts, replies, limit));
};

/** Replies numbered above `after`, in order; the cursor is the last number. @throws AppError `not-found`, `invalid-input` */
export const listReplies = async (
  actor: Actor,
  { id, after, cursor, limit = REPLIES_SHOWN }: PageInput & { id: string; after?: number | undefined },
): Promise<Written<Page<Reply>>> => {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw unknownCursor();
  const { thread, facts } = await readableThread(actor, id);
  const replies = await readReplies(thread._id, cursor ? Number(cursor) : (after ?? 0), limit);
  return repliesFor(actor, facts, replies.map(shareReply), limit);
};
