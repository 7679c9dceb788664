import { type ModerationAct, recordActs } from '../../platform/audit-trail.ts';
import { publish } from '../../platform/events.ts';
import { advanceThread } from './refresh-thread.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

const recountDuplicates = async (_id: ThreadRecord['_id']): Promise<void> => {
  const duplicateCount = await ThreadModel.countDocuments({ 'duplicateOf.threadId': _id, deletedAt: null });
  await ThreadModel.updateOne({ _id }, { $set: { duplicateCount } });
};

const touch = async (_id: ThreadRecord['_id']): Promise<void> => {
  const first = await ThreadModel.findById(_id, { clubId: 1, version: 1 }).lean<ThreadRecord>();
  if (first) await publish('forum.thread.touched', { threadId: _id.toHexString(), clubId: first.clubId, version: first.version });
};

/** The first thread counts this one; those linked to this one are linked to the first: links never form a chain. */
const followLink = async (thread: ThreadRecord): Promise<void> => {
  const { _id, duplicateOf } = thread;
  const others = { 'duplicateOf.threadId': _id };
  if (duplicateOf && (await ThreadModel.exists(others))) {
    await ThreadModel.updateMany(others, { $set: { duplicateOf } });
    await recountDuplicates(_id);
  }
  for (const first of [duplicateOf?.threadId, thread.formerFirst]) {
    if (!first) continue;
    await recountDuplicates(first);
    await touch(first);
  }
  if (thread.formerFirst) await ThreadModel.updateOne({ _id, formerFirst: thread.formerFirst }, { $unset: { formerFirst: 1 } });
};

/** The replies follow their thread to the club it is in now; then the features that keep something by club follow. */
const followMove = async ({ _id, clubId }: ThreadRecord, fromClubId: string): Promise<void> => {
  await ReplyModel.updateMany({ threadId: _id, clubId: { $ne: clubId } }, { $set: { clubId } });
  // One that was sent while the thread left looked for it in the former club.
  const last = await ReplyModel.findOne({ threadId: _id }).sort({ number: -1 }).lean<ReplyRecord>();
  if (last) await advanceThread(last);
  await ThreadModel.updateMany({ 'duplicateOf.threadId': _id }, { $set: { 'duplicateOf.clubId': clubId } });
  await publish('forum.thread.moved', { threadId: _id.toHexString(), clubId, fromClubId });
};

const tellAuthor = async (
  { author }: ThreadRecord | ReplyRecord,
  { _id, at, by, clubId, target, reason }: ModerationAct,
): Promise<void> => {
  const { threadId, number } = target;
  if (!threadId || !reason) return;
  await publish('forum.text.removed', { key: _id, threadId, clubId, number, authorId: author.id, byId: by.id, reason, at });
};

const followThreadAct = async (thread: ThreadRecord, act: ModerationAct): Promise<void> => {
  if (act.action === 'move-out') await followMove(thread, act.clubId);
  if (act.action === 'remove') await tellAuthor(thread, act);
};

/**
 * What a thread's moderations bring about, and their entries in the audit trail. The acts are kept in the thread until all of it
 * is done; each step is safe to do twice.
 */
export const followThreadActs = async (thread: ThreadRecord): Promise<void> => {
  const { _id, acts = [], title, duplicateCount = 0, deletedAt } = thread;
  if (duplicateCount > 0)
    await ThreadModel.updateMany(
      { 'duplicateOf.threadId': _id },
      { $set: { 'duplicateOf.title': title, 'duplicateOf.deleted': Boolean(deletedAt) } },
    );
  if (thread.duplicateOf ?? thread.formerFirst) await followLink(thread);
  if (acts.length === 0) return;
  for (const act of acts) await followThreadAct(thread, act);
  await recordActs(acts);
  await ThreadModel.updateOne({ _id }, { $pull: { acts: { _id: { $in: acts.map((act) => act._id) } } } });
};

/** The same for a reply. */
export const followReplyActs = async (reply: ReplyRecord): Promise<void> => {
  const { _id, acts = [] } = reply;
  if (acts.length === 0) return;
  for (const act of acts) if (act.action === 'remove') await tellAuthor(reply, act);
  await recordActs(acts);
  await ReplyModel.updateOne({ _id }, { $pull: { acts: { _id: { $in: acts.map((act) => act._id) } } } });
};
