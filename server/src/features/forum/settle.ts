import { Types } from 'mongoose';
import { publish } from '../../platform/events.ts';
import { gathered } from '../../platform/gathered.ts';
import { inBackground, logger } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { followReplyActs, followThreadActs } from './follow-acts.ts';
import type { Standing } from './forum.events.ts';
import { advanceThread, refreshThread } from './refresh-thread.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { holdingReply, holdingThread, writtenReply, writtenThread } from './written-texts.ts';

/**
 * What follows from a write (events to readers, search, counters) must happen even when the process dies in between. The write
 * itself carries a mark; it is taken off once every subscriber is done, and whatever still bears one is carried out later.
 * « both » is a creation that was changed before everyone was told of it.
 */
type Kind = 'created' | 'changed' | 'both';
type Marked = { unsettled?: string };

const kindOf = ({ unsettled }: Marked): Kind => unsettled?.split(':')[0] as Kind;
const isNew = (marked: Marked): boolean => kindOf(marked) !== 'changed';
const isChanged = (marked: Marked): boolean => kindOf(marked) !== 'created';

/** A mark of its own for each write: settling one never takes off the mark of the next. */
const mark = (kind: Kind): string => `${kind}:${new Types.ObjectId().toHexString()}`;

/** The mark of something new. */
export const newMark = (): string => mark('created');

/** The mark of a change to something that may itself not be settled yet. */
export const changeMark = (before: Marked): string => mark(before.unsettled && isNew(before) ? 'both' : 'changed');

const UNKNOWN: Standing = { ofClub: false };

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

/** Keyed by the deletion: carried out twice, it is told once. */
const publishWithdrawal = async (
  { _id, author, deletedAt, deletedBy }: ThreadRecord | ReplyRecord,
  text: { threadId: string; number: number | null },
): Promise<void> => {
  if (!deletedAt || deletedBy !== author.id) return;
  const key = `${_id.toHexString()}:${deletedAt.getTime()}`;
  await publish('forum.text.withdrawn', { ...text, key, authorId: author.id, at: deletedAt });
};

const publishThread = async (thread: ThreadRecord, standing: Standing): Promise<void> => {
  const { _id, clubId, author, version, audience = null } = thread;
  const ids = { threadId: _id.toHexString(), clubId, version, audience };
  if (isNew(thread)) {
    const created = () => publish('forum.thread.created', { ...ids, authorId: author.id, ...standing });
    await (isChanged(thread) ? created() : holdingThread(thread, created));
  }
  if (!isChanged(thread)) return;
  await publish('forum.thread.changed', ids);
  await publishWithdrawal(thread, { threadId: ids.threadId, number: null });
};

const publishReply = async (reply: ReplyRecord, standing: Standing): Promise<void> => {
  const { _id, threadId, clubId, author, number, version } = reply;
  const ids = { replyId: _id.toHexString(), threadId: threadId.toHexString(), clubId };
  if (isNew(reply)) {
    const created = () => publish('forum.reply.created', { ...ids, authorId: author.id, number, ...standing });
    await (isChanged(reply) ? created() : holdingReply(reply, created));
  }
  if (!isChanged(reply)) return;
  await publish('forum.reply.changed', { ...ids, version });
  await publishWithdrawal(reply, { threadId: ids.threadId, number });
};

/** What the write itself must be followed by before anyone is answered: the thread as its replies now make it. */
const followThread = async (thread: ThreadRecord): Promise<ThreadRecord> =>
  (isChanged(thread) && (await refreshThread(thread._id))) || thread;

/**
 * Takes the marks of these texts off, past their model: nobody is shown them.
 * @returns whether all still bore theirs; else one of them was written again since
 */
const takingOff = ({ collection }: typeof ThreadModel | typeof ReplyModel) =>
  gathered(async (marks: readonly string[]): Promise<boolean> => {
    const { matchedCount } = await collection.updateMany({ unsettled: { $in: [...marks] } }, { $unset: { unsettled: 1 } });
    return matchedCount === marks.length;
  });
const takeOffThread = takingOff(ThreadModel);
const takeOffReply = takingOff(ReplyModel);

/** What is read of a text by what follows from it: where one of several was written again, which is found by this. */
const readOf = (text: ThreadRecord | ReplyRecord): string =>
  JSON.stringify([text.version, text.clubId, 'title' in text && text.title, text.body, text.deletedAt ?? null]);

const tellThread = async (thread: ThreadRecord, standing: Standing): Promise<void> => {
  await followThreadActs(thread);
  await publishThread(thread, standing);
  const unchanged = await takeOffThread(thread.unsettled as string);
  if (unchanged || isChanged(thread)) return;
  // What followed from it was made of the text as it was given, and may have come after what followed from the change.
  const current = await writtenThread(thread._id.toHexString());
  if (current && readOf(current) !== readOf(thread)) await publishThread({ ...current, unsettled: mark('changed') }, standing);
};

const followReply = async (reply: ReplyRecord): Promise<[ReplyRecord, ThreadRecord | null]> => [
  isNew(reply) ? await advanceThread(reply) : reply,
  isChanged(reply) ? await refreshThread(reply.threadId) : null,
];

const tellReply = async (reply: ReplyRecord, refreshed: ThreadRecord | null, standing: Standing): Promise<void> => {
  await followReplyActs(reply);
  await publishReply(reply, standing);
  // A deletion may have taken the answer, or a reply, from what lists show of the thread.
  if (refreshed)
    await publish('forum.thread.touched', { threadId: refreshed._id.toHexString(), clubId: refreshed.clubId, version: refreshed.version });
  const unchanged = await takeOffReply(reply.unsettled as string);
  if (unchanged || isChanged(reply)) return;
  const current = await writtenReply(reply._id.toHexString());
  if (current && readOf(current) !== readOf(reply)) await publishReply({ ...current, unsettled: mark('changed') }, standing);
};

/** Carries out what follows from a thread's write; all but its own state without keeping the writer waiting. */
export const settleThread = async (thread: ThreadRecord, standing = UNKNOWN): Promise<ThreadRecord> => {
  // Worked out again without its text, and perhaps after another write marked it anew.
  const followed = { ...thread, ...(await followThread(thread)), unsettled: thread.unsettled as string };
  inBackground('settle thread', () => tellThread(followed, standing));
  return followed;
};

/** Carries out what follows from a reply's write; all but its thread's state without keeping the writer waiting. */
export const settleReply = async (reply: ReplyRecord, standing = UNKNOWN): Promise<void> => {
  const followed = await followReply(reply);
  inBackground('settle reply', () => tellReply(...followed, standing));
};

const finishThread = async (thread: ThreadRecord): Promise<void> => {
  await followThread(thread);
  await tellThread(thread, UNKNOWN);
};

const finishReply = async (reply: ReplyRecord): Promise<void> => tellReply(...(await followReply(reply)), UNKNOWN);

const isOverdue = ({ unsettled }: { unsettled?: string }): boolean =>
  Date.now() - new Types.ObjectId(unsettled?.split(':')[1]).getTimestamp().getTime() > OVERDUE_MS;

/** Carries out what a crash interrupted; `all` at start, without waiting to see whether another process is at it: twice does no harm. */
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
export const startSweeping = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep', everyMs: SWEEP_EVERY_MS, work: () => sweepUnsettled() });

/** Whether some write still has something to follow. */
export const hasUnsettled = async (): Promise<boolean> => {
  const marked = { unsettled: { $exists: true } };
  return Boolean((await ThreadModel.exists(marked)) ?? (await ReplyModel.exists(marked)));
};
