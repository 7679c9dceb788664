import { authed } from '../../http/orpc.ts';
import { answerOf } from '../../platform/written-json.ts';
import { acceptReply, unacceptReply } from './commands/accept-reply.ts';
import { acknowledgeAnnouncement } from './commands/acknowledge-announcement.ts';
import { createReply } from './commands/create-reply.ts';
import { createThread } from './commands/create-thread.ts';
import { deleteReply, restoreReply } from './commands/delete-reply.ts';
import { deleteThread, restoreThread } from './commands/delete-thread.ts';
import { editReply } from './commands/edit-reply.ts';
import { editThread } from './commands/edit-thread.ts';
import { inviteToAnswer } from './commands/invite-to-answer.ts';
import { setMeToo } from './commands/set-me-too.ts';
import { setUseful } from './commands/set-useful.ts';
import { replyRevisions, similarThreads, threadRevisions } from './forum.queries.ts';
import { listWaiting } from './forum-overview.queries.ts';
import { listInvitable } from './invitable.queries.ts';
import { getReceipts, listReaders } from './receipts.queries.ts';
import { getThread, listReplies, listThreads } from './thread-pages.queries.ts';

const { forum } = authed;

export const forumRouter = {
  list: forum.list.handler(async ({ input, context }) => answerOf(await listThreads(context.actor, input))),
  create: forum.create.handler(({ input, context }) => createThread(context.actor, input)),
  similar: forum.similar.handler(({ input, context }) => similarThreads(context.actor, input)),
  waiting: forum.waiting.handler(({ input, context }) => listWaiting(context.actor, input)),
  get: forum.get.handler(async ({ input, context }) => answerOf(await getThread(context.actor, input))),
  replies: forum.replies.handler(async ({ input, context }) => answerOf(await listReplies(context.actor, input))),
  edit: forum.edit.handler(({ input, context }) => editThread(context.actor, input)),
  delete: forum.delete.handler(({ input, context }) => deleteThread(context.actor, input.id)),
  restore: forum.restore.handler(({ input, context }) => restoreThread(context.actor, input.id)),
  revisions: forum.revisions.handler(({ input, context }) => threadRevisions(context.actor, input.id)),
  setMeToo: forum.setMeToo.handler(({ input, context }) => setMeToo(context.actor, input.id, true)),
  unsetMeToo: forum.unsetMeToo.handler(({ input, context }) => setMeToo(context.actor, input.id, false)),
  receipts: forum.receipts.handler(({ input, context }) => getReceipts(context.actor, input.id)),
  readers: forum.readers.handler(({ input, context }) => listReaders(context.actor, input)),
  acknowledge: forum.acknowledge.handler(({ input, context }) => acknowledgeAnnouncement(context.actor, input.id)),
  invitable: forum.invitable.handler(({ input, context }) => listInvitable(context.actor, input.id)),
  invite: forum.invite.handler(({ input, context }) => inviteToAnswer(context.actor, input)),
  accept: forum.accept.handler(({ input, context }) => acceptReply(context.actor, input)),
  unaccept: forum.unaccept.handler(({ input, context }) => unacceptReply(context.actor, input.id)),
  reply: forum.reply.handler(({ input, context }) => createReply(context.actor, input)),
  editReply: forum.editReply.handler(({ input, context }) => editReply(context.actor, input)),
  deleteReply: forum.deleteReply.handler(({ input, context }) => deleteReply(context.actor, input.id)),
  restoreReply: forum.restoreReply.handler(({ input, context }) => restoreReply(context.actor, input.id)),
  replyRevisions: forum.replyRevisions.handler(({ input, context }) => replyRevisions(context.actor, input.id)),
  setUseful: forum.setUseful.handler(({ input, context }) => setUseful(context.actor, input.id, true)),
  unsetUseful: forum.unsetUseful.handler(({ input, context }) => setUseful(context.actor, input.id, false)),
};
