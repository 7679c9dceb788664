import type { Types } from 'mongoose';
import { ReplyModel } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

/**
 * Counts again what deletions and acceptances change in a thread: its deleted replies, and whether it is open,
 * answered or resolved. Safe to do twice.
 */
export const refreshThread = async (threadId: Types.ObjectId): Promise<ThreadRecord | null> => {
  const thread = await ThreadModel.findById(threadId, { body: 0 }).lean<ThreadRecord>();
  if (!thread) return null;
  const present = { threadId, deletedAt: null };
  const [deletedReplies, accepted, answer] = await Promise.all([
    ReplyModel.countDocuments({ threadId, deletedAt: { $ne: null } }),
    thread.acceptedReplyId ? ReplyModel.exists({ ...present, _id: thread.acceptedReplyId }) : null,
    ReplyModel.exists({ ...present, 'author.id': { $ne: thread.author.id } }),
  ]);
  const status = accepted ? 'resolved' : answer ? 'answered' : 'open';
  return ThreadModel.findOneAndUpdate(
    { _id: threadId },
    { $set: { deletedReplies, status, acceptedReplyId: accepted ? thread.acceptedReplyId : null } },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
};
