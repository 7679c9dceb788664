import { authed } from '../../http/orpc.ts';
import { createComment } from './commands/create-comment.ts';
import { deleteComment, removeComment, restoreComment } from './commands/delete-comment.ts';
import { editComment } from './commands/edit-comment.ts';
import { replyToComment } from './commands/reply-to-comment.ts';
import { resolveComment } from './commands/resolve-comment.ts';
import { listComments } from './comments.queries.ts';

const { comments } = authed;

export const commentsRouter = {
  list: comments.list.handler(({ input, context }) => listComments(context.actor, input)),
  create: comments.create.handler(({ input, context }) => createComment(context.actor, input, context.liveDocuments)),
  reply: comments.reply.handler(({ input, context }) => replyToComment(context.actor, input)),
  edit: comments.edit.handler(({ input, context }) => editComment(context.actor, input)),
  delete: comments.delete.handler(({ input, context }) => deleteComment(context.actor, input.id)),
  remove: comments.remove.handler(({ input, context }) => removeComment(context.actor, input)),
  restore: comments.restore.handler(({ input, context }) => restoreComment(context.actor, input.id)),
  resolve: comments.resolve.handler(({ input, context }) => resolveComment(context.actor, input.id, true)),
  reopen: comments.reopen.handler(({ input, context }) => resolveComment(context.actor, input.id, false)),
};
