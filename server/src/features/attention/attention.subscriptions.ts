import { type DomainEvents, subscribe } from '../../platform/events.ts';
import { objectId } from '../../platform/object-id.ts';
import { mentionsInReply, mentionsInThread } from '../forum/forum-mentions.queries.ts';
import { keepFloor } from './commands/keep-floor.ts';
import { noteMentions } from './commands/note-mentions.ts';
import { takeBackMeToo, takePart } from './commands/take-part.ts';
import { keptMarks } from './kept-marks.ts';
import { MarkModel } from './mark.model.ts';
import { writeMarks } from './write-marks.ts';

/** What is kept of a thread follows it to the club it is in. */
const followMove = async ({ threadId, clubId }: DomainEvents['forum.thread.moved']): Promise<void> => {
  const ofThread = { subject: 'thread', subjectId: objectId(threadId) } as const;
  await writeMarks(null, () => MarkModel.updateMany(ofThread, { $set: { clubId } }).exec());
};

const forgetMarks = ({ personIds }: DomainEvents['attention.marks.changed']): void => {
  if (!personIds) keptMarks.forget();
  for (const personId of personIds ?? []) keptMarks.forget(personId);
};

/** What follows from taking part and from being mentioned; each step may be done twice. */
export const subscribeAttention = (): void => {
  subscribe('forum.thread.created', ({ authorId: personId, ...thread }) => takePart({ ...thread, personId, reason: 'author', number: 0 }));
  subscribe('forum.reply.created', ({ authorId: personId, ...reply }) => takePart({ ...reply, personId, reason: 'replied' }));
  subscribe('forum.thread.me-too', ({ asks, ...vote }) => (asks ? takePart({ ...vote, reason: 'me-too' }) : takeBackMeToo(vote)));
  const inThread = async ({ threadId }: { threadId: string }) => noteMentions(await mentionsInThread(threadId));
  const inReply = async ({ replyId }: { replyId: string }) => noteMentions(await mentionsInReply(replyId));
  subscribe('forum.thread.created', inThread);
  subscribe('forum.thread.changed', inThread);
  subscribe('forum.reply.created', inReply);
  subscribe('forum.reply.changed', inReply);
  subscribe('forum.thread.moved', followMove);
  subscribe('attention.marks.changed', forgetMarks);
  subscribe('accounts.rights.changed', keepFloor);
};
