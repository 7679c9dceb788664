import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { plainText } from '@beffroi/shared/core/rich-text';
import type { Reading } from '@beffroi/shared/features/attention/reading';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { canReadThread, type ThreadFacts } from '@beffroi/shared/features/forum/forum.policy';
import { encodeCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { type KnownClub, knownClub, readableClub, readableClubs } from '../clubs/known-clubs.queries.ts';
import { similarThreadIds } from '../search/search.queries.ts';
import { presentItem, presentRevision, type ThreadFrame, threadFacts } from './forum.presenter.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { RevisionModel, type RevisionRecord } from './revision.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { writtenReply, writtenThread } from './written-texts.ts';

/** What a row shows: neither the text nor who votes. */
export const ITEM_FIELDS = { body: 0, meToo: 0, acts: 0, invitations: 0 } as const;
const SIMILAR_SHOWN = 6;

/** Where the page after begins, of a list read one longer than its page; null when there is none. */
export const nextCursor = (threads: Pick<ThreadRecord, '_id' | 'lastActivityAt'>[], limit: number): string | null => {
  const last = threads.length > limit ? threads[limit - 1] : undefined;
  return last ? encodeCursor({ at: last.lastActivityAt, id: last._id }) : null;
};

export interface LoadedThread<T extends ThreadFrame = ThreadRecord> {
  thread: T;
  club: KnownClub;
  facts: ThreadFacts;
}

/** The thread, where this actor may read it. @throws AppError `not-found` */
export const admitted = <T extends ThreadFrame>(actor: Actor, thread: T | null): LoadedThread<T> => {
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
  const threads = await ThreadModel.find({ _id: { $in: ids.map(objectId) }, deletedAt: null }, ITEM_FIELDS).lean<ThreadRecord[]>();
  const byId = new Map(threads.map((thread) => [thread._id.toHexString(), thread]));
  return ids.flatMap((id) => {
    const thread = byId.get(id);
    const club = thread && knownClub(thread.clubId);
    return thread && club && canReadThread(actor, threadFacts(thread, club)) ? [presentItem(thread, club)] : [];
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
