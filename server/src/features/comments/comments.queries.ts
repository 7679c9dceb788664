import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canComment, canReadComments, canSeeCommentRemoval, isRecentlyDeleted } from '@beffroi/shared/features/comments/comments.policy';
import type { TemplateFacts } from '@beffroi/shared/features/templates/templates.policy';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { type AccessedTemplate, accessTemplate } from '../templates/template-access.queries.ts';
import { type CommentRecord, CommentThreadModel, type CommentThreadRecord } from './comment-thread.model.ts';
import { commentFacts, presentCommentThread } from './comments.presenter.ts';

interface ListInput {
  id: string;
  status?: 'open' | 'resolved' | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}
interface CommentsPage {
  items: CommentThread[];
  nextCursor: string | null;
  abilities: { 'comment.create': boolean };
}

const WITH_STATUS = { open: { resolution: null }, resolved: { resolution: { $ne: null } } } as const;

/** A thread nobody can read anything of: its first comment is gone, and every answer. */
const isBare = ({ deletedAt, replies }: CommentThreadRecord): boolean => deletedAt !== null && replies.every((reply) => reply.deletedAt);

/** What was removed is shown for the day it can be taken back, to who may and to its author, who reads why. */
const isShown = (actor: Actor, thread: CommentThreadRecord, template: TemplateFacts): boolean =>
  !isBare(thread) ||
  [thread, ...thread.replies].some((comment) => {
    const facts = commentFacts(comment);
    return Boolean(comment.removal) && isRecentlyDeleted(facts) && canSeeCommentRemoval(actor, template, facts);
  });

/** The comments on a model, the last begun first. @throws AppError `not-found` */
export const listComments = async (actor: Actor, { id, status, cursor, limit = PAGE_SIZE }: ListInput): Promise<CommentsPage> => {
  const { id: templateId, facts } = await accessTemplate(actor, id, canReadComments);
  const filter = { templateId, ...(status && WITH_STATUS[status]), ...beforeCursor('createdAt', cursor) };
  const threads = await CommentThreadModel.find(filter)
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<CommentThreadRecord[]>();
  const page = threads.slice(0, limit);
  const last = threads.length > limit ? page.at(-1) : undefined;
  return {
    items: page.filter((thread) => isShown(actor, thread, facts)).map((thread) => presentCommentThread(actor, thread, facts)),
    nextCursor: last ? encodeCursor({ at: last.createdAt, id: last._id }) : null,
    abilities: { 'comment.create': canComment(actor, facts) },
  };
};

export interface LoadedComment {
  template: AccessedTemplate;
  thread: CommentThreadRecord;
  /** The thread's own comment, or one of its answers. */
  comment: CommentRecord;
}

/** A comment or an answer in a model the actor reads and may do this to. @throws AppError `not-found`, `forbidden` */
export const accessComment = async (
  actor: Actor,
  id: string,
  may: (actor: Actor, facts: TemplateFacts, loaded: { comment: CommentRecord; thread: CommentThreadRecord }) => boolean,
): Promise<LoadedComment> => {
  const _id = objectId(id);
  const thread = await CommentThreadModel.findOne({ $or: [{ _id }, { 'replies._id': _id }] }).lean<CommentThreadRecord>();
  const comment = thread && [thread, ...thread.replies].find((one) => one._id.equals(_id));
  if (!thread || !comment) throw new AppError('not-found');
  const template = await accessTemplate(actor, thread.templateId, canReadComments);
  if (!may(actor, template.facts, { comment, thread })) throw new AppError('forbidden');
  return { template, thread, comment };
};
