import { AppError } from '@beffroi/shared/core/errors';
import type { Types } from 'mongoose';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

/** More changes of one thread at one instant than ever happen. */
const ATTEMPTS = 20;

/** The reply in the club its thread is in now: one numbered while the thread moved was written with the former club. */
const placed = async (reply: ReplyRecord): Promise<ReplyRecord> => {
  const { _id, threadId, clubId } = reply;
  const thread = await ThreadModel.findById(threadId, { clubId: 1 }).lean<Pick<ThreadRecord, 'clubId'>>();
  if (!thread || thread.clubId === clubId) return reply;
  await ReplyModel.updateOne({ _id, clubId }, { $set: { clubId: thread.clubId } });
  return { ...reply, clubId: thread.clubId };
};

/**
 * Moves the thread on after a new reply, which it gives in the club the thread is in. Safe to do twice and in any order: each
 * statement only ever moves it forward.
 */
export const advanceThread = async (reply: ReplyRecord): Promise<ReplyRecord> => {
  const { threadId, clubId, number, createdAt, author, deletedAt } = reply;
  const advanced = await ThreadModel.findOneAndUpdate(
    { _id: threadId, clubId, lastNumber: { $lt: number } },
    { $set: { lastNumber: number, lastActivityAt: createdAt, lastReplyBy: author } },
    { projection: { status: 1 }, returnDocument: 'after' },
  ).lean<Pick<ThreadRecord, 'status'>>();
  // Whoever works the thread out again from now on counts this reply: a status beyond open stays.
  if (advanced && advanced.status !== 'open') return reply;
  if (!advanced) {
    const there = await placed(reply);
    if (there !== reply) return advanceThread(there);
  }
  // An answer is a reply by someone else than the asker.
  if (!deletedAt)
    await ThreadModel.updateOne(
      { _id: threadId, clubId, status: 'open', 'author.id': { $ne: author.id } },
      { $set: { status: 'answered', firstAnswerAt: createdAt } },
    );
  return reply;
};

/** More than anyone has unread; those before were read long ago. */
const DELETED_KEPT = 500;

/** What the replies that are there say of their thread. */
const stateOf = async (thread: ThreadRecord): Promise<Partial<ThreadRecord>> => {
  const present = { threadId: thread._id, deletedAt: null };
  const [deleted, accepted, answer, last] = await Promise.all([
    ReplyModel.find({ threadId: thread._id, deletedAt: { $ne: null } }, { number: 1, _id: 0 })
      .sort({ number: 1 })
      .lean<Pick<ReplyRecord, 'number'>[]>(),
    thread.acceptedReplyId ? ReplyModel.exists({ ...present, _id: thread.acceptedReplyId }) : null,
    ReplyModel.exists({ ...present, 'author.id': { $ne: thread.author.id } }),
    ReplyModel.findOne(present, { author: 1, createdAt: 1 }).sort({ number: -1 }).lean<ReplyRecord>(),
  ]);
  return {
    deletedReplies: deleted.length,
    deletedNumbers: deleted.slice(-DELETED_KEPT).map(({ number }) => number),
    status: accepted ? 'resolved' : answer ? 'answered' : 'open',
    lastReplyBy: last?.author ?? null,
    lastActivityAt: last?.createdAt ?? thread.createdAt,
  };
};

/**
 * Works out again what deletions and acceptances change in a thread. What was worked out is written only if meanwhile the
 * thread got no other reply nor accepted one, and nobody else worked it out; else it is done once more. Safe to do twice.
 * @throws AppError `unavailable` when it never stands still
 */
export const refreshThread = async (threadId: Types.ObjectId): Promise<ThreadRecord | null> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const thread = await ThreadModel.findById(threadId, { body: 0 }).lean<ThreadRecord>();
    if (!thread) return null;
    const { lastNumber, acceptedReplyId, refreshes } = thread;
    const written = await ThreadModel.findOneAndUpdate(
      { _id: threadId, lastNumber, acceptedReplyId, refreshes },
      { $set: await stateOf(thread), $inc: { refreshes: 1 } },
      { returnDocument: 'after' },
    ).lean<ThreadRecord>();
    if (written) return written;
  }
  throw new AppError('unavailable');
};
