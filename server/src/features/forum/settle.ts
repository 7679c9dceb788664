import { Types } from 'mongoose';
import { publish } from '../../platform/events.ts';
import { inBackground, logger } from '../../platform/logger.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

/**
 * What follows from a write (events to readers, search, counters) must happen even when the process dies in between. The write
 * itself carries a mark; it is taken off once every subscriber is done, and whatever still bears one is carried out later.
 */
export type Mark = `${'created' | 'changed'}:${string}`;

/** A mark of its own for each write: settling one never takes off the mark of the next. */
export const markOf = (kind: 'created' | 'changed'): Mark => `${kind}:${new Types.ObjectId().toHexString()}`;

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

const publishThread = ({ _id, clubId, author, version, unsettled }: ThreadRecord): Promise<void> => {
  const ids = { threadId: _id.toHexString(), clubId, version };
  return unsettled?.startsWith('created')
    ? publish('forum.thread.created', { ...ids, authorId: author.id })
    : publish('forum.thread.changed', ids);
};

const publishReply = ({ _id, threadId, clubId, author, number, version, unsettled }: ReplyRecord): Promise<void> => {
  const ids = { replyId: _id.toHexString(), threadId: threadId.toHexString(), clubId };
  return unsettled?.startsWith('created')
    ? publish('forum.reply.created', { ...ids, authorId: author.id, number })
    : publish('forum.reply.changed', { ...ids, version });
};

const finishThread = async (thread: ThreadRecord): Promise<void> => {
  await publishThread(thread);
  await ThreadModel.updateOne({ _id: thread._id, unsettled: thread.unsettled as string }, { $unset: { unsettled: 1 } });
};

const finishReply = async (reply: ReplyRecord): Promise<void> => {
  await followReply(reply);
  await publishReply(reply);
  await ReplyModel.updateOne({ _id: reply._id, unsettled: reply.unsettled as string }, { $unset: { unsettled: 1 } });
};

/**
 * Moves the thread's counters after its replies. Safe to do twice and in any order: each statement only ever moves
 * the thread forward, or counts again.
 */
export const followReply = async (reply: ReplyRecord): Promise<void> => {
  const { threadId, number, createdAt, author } = reply;
  await ThreadModel.updateOne(
    { _id: threadId, lastNumber: { $lt: number } },
    { $set: { lastNumber: number, lastActivityAt: createdAt, lastReplyBy: author } },
  );
  // An answer is a reply by someone else than the asker.
  if (!reply.deletedAt)
    await ThreadModel.updateOne(
      { _id: threadId, status: 'open', 'author.id': { $ne: author.id } },
      { $set: { status: 'answered', firstAnswerAt: createdAt } },
    );
};

/** Carries out what follows from a thread's write, without keeping the writer waiting. */
export const settleThread = (thread: ThreadRecord): void => inBackground('settle thread', () => finishThread(thread));

/** Carries out what follows from a reply's write, without keeping the writer waiting. */
export const settleReply = (reply: ReplyRecord): void => inBackground('settle reply', () => finishReply(reply));

const isOverdue = ({ unsettled }: { unsettled?: string }): boolean =>
  Date.now() - new Types.ObjectId(unsettled?.split(':')[1]).getTimestamp().getTime() > OVERDUE_MS;

/** Carries out what a crash interrupted; `all` at start, when nobody else can be at it. */
export const sweepUnsettled = async ({ all = false } = {}): Promise<void> => {
  const marked = { unsettled: { $exists: true } };
  const [threads, replies] = await Promise.all([
    ThreadModel.find(marked).limit(1_000).lean<ThreadRecord[]>(),
    ReplyModel.find(marked).limit(1_000).lean<ReplyRecord[]>(),
  ]);
  const due = <T extends { unsettled?: string }>(records: T[]) => records.filter((record) => all || isOverdue(record));
  for (const thread of due(threads))
    await finishThread(thread).catch((error: unknown) => logger.error({ err: error }, 'thread not settled'));
  for (const reply of due(replies)) await finishReply(reply).catch((error: unknown) => logger.error({ err: error }, 'reply not settled'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweeping = (): (() => void) => {
  const timer = setInterval(() => inBackground('sweep', () => sweepUnsettled()), SWEEP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};

/** Whether some write still has something to follow. */
export const hasUnsettled = async (): Promise<boolean> => {
  const marked = { unsettled: { $exists: true } };
  return Boolean((await ThreadModel.exists(marked)) ?? (await ReplyModel.exists(marked)));
};
