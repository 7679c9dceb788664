import { mentionsOf } from '@beffroi/shared/core/rich-text';
import { objectId } from '../../platform/object-id.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { writtenReply, writtenThread } from './written-texts.ts';

export interface Mentioned {
  threadId: string;
  clubId: string;
  number: number;
  people: string[];
}

type Text = Pick<ThreadRecord, 'body' | 'author' | 'deletedAt'>;

/** The people a text mentions, its author aside; nobody once it is deleted. */
const peopleIn = (text: Text): string[] => (text.deletedAt ? [] : mentionsOf(text.body).filter((id) => id !== text.author.id));

/** Whom a thread's own text mentions; its number is 0. */
export const mentionsInThread = async (threadId: string): Promise<Mentioned> => {
  const thread = await writtenThread(threadId);
  return { threadId, clubId: thread?.clubId ?? '', number: 0, people: thread ? peopleIn(thread) : [] };
};

/** Whom a reply mentions. */
export const mentionsInReply = async (replyId: string): Promise<Mentioned> => {
  const reply = await writtenReply(replyId);
  if (!reply) return { threadId: '', clubId: '', number: 0, people: [] };
  return { threadId: reply.threadId.toHexString(), clubId: reply.clubId, number: reply.number, people: peopleIn(reply) };
};

/** The club a thread is in; null when there is no such thread. */
export const clubIdOfThread = async (threadId: string): Promise<string | null> =>
  (await ThreadModel.findById(objectId(threadId), { clubId: 1 }).lean<Pick<ThreadRecord, 'clubId'>>())?.clubId ?? null;
