import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import type { UpdateQuery } from 'mongoose';
import type { ModerationAct } from '../../platform/audit-trail.ts';
import { publish } from '../../platform/events.ts';
import { inBackground } from '../../platform/logger.ts';
import { CommentThreadModel, type CommentThreadRecord } from './comment-thread.model.ts';
import { presentCommentThread } from './comments.presenter.ts';
import type { LoadedComment } from './comments.queries.ts';
import { followCommentActs, tellComments } from './tell-comment.ts';

/** What follows from a write, without keeping the writer waiting. */
export const followThread = (thread: CommentThreadRecord): void => {
  const threadId = thread._id.toHexString();
  inBackground('tell comment', async () => {
    await publish('comments.thread.changed', { threadId, templateId: thread.templateId });
    if (thread.untold) await tellComments(thread);
    await followCommentActs(thread);
  });
};

/** Changes a thread as a whole. @throws AppError `conflict` with the thread as it stands, where the condition no longer holds */
export const changeThread = async (
  actor: Actor,
  { thread, template }: Pick<LoadedComment, 'thread' | 'template'>,
  condition: Record<string, unknown>,
  update: UpdateQuery<CommentThreadRecord>,
): Promise<CommentThread> => {
  const changed = await CommentThreadModel.findOneAndUpdate({ _id: thread._id, ...condition }, update, {
    returnDocument: 'after',
  }).lean<CommentThreadRecord>();
  if (!changed) {
    const current = await CommentThreadModel.findById(thread._id).lean<CommentThreadRecord>();
    throw new AppError('conflict', current ? { current: presentCommentThread(actor, current, template.facts) } : {});
  }
  followThread(changed);
  return presentCommentThread(actor, changed, template.facts);
};

/** Changes one comment of a thread, its own or an answer, if it is still as it was read. @throws AppError `conflict` */
export const changeComment = (
  actor: Actor,
  loaded: LoadedComment,
  expected: Record<string, unknown>,
  fields: Record<string, unknown>,
  { nextVersion = false, tell = false, acts = [] }: { nextVersion?: boolean; tell?: boolean; acts?: ModerationAct[] } = {},
): Promise<CommentThread> => {
  const { thread, comment } = loaded;
  const isReply = comment !== thread;
  const condition = isReply ? { replies: { $elemMatch: { _id: comment._id, ...expected } } } : expected;
  const at = (name: string) => (isReply ? `replies.$.${name}` : name);
  const $set = Object.fromEntries(Object.entries(fields).map(([name, value]) => [at(name), value]));
  return changeThread(actor, loaded, condition, {
    $set,
    ...(nextVersion && { $inc: { [at('version')]: 1 } }),
    ...(acts.length > 0 && { $push: { acts: { $each: acts } } }),
    ...(tell && { $addToSet: { untold: comment._id.toHexString() } }),
  });
};
