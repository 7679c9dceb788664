import { mentionsOf } from '@beffroi/shared/core/rich-text';
import type { ReplyRecord } from './reply.model.ts';
import { RevisionModel } from './revision.model.ts';
import type { ThreadRecord } from './thread.model.ts';
import { writtenReply, writtenThread } from './written-texts.ts';

/** Whom a text mentions since it was edited, by whom and when. */
export interface AddedMentions {
  threadId: string;
  clubId: string;
  number: number | undefined;
  people: string[];
  byId: string;
  at: Date;
}

/** Compared with what was first written: edits that follow each other closely are heard of together. */
const addedTo = async (
  text: ThreadRecord | ReplyRecord | null,
): Promise<Pick<AddedMentions, 'clubId' | 'people' | 'byId' | 'at'> | null> => {
  if (!text?.editedAt || text.deletedAt) return null;
  const people = mentionsOf(text.body);
  if (people.length === 0) return null;
  const first = await RevisionModel.findOne({ textId: text._id, version: { $lt: text.version } }, { body: 1 })
    .sort({ version: 1 })
    .lean();
  const known = new Set(first ? mentionsOf(first.body) : people);
  const { clubId, editedBy, author, editedAt: at } = text;
  return { clubId, people: people.filter((id) => !known.has(id)), byId: (editedBy ?? author).id, at };
};

/** Whom a thread's own text mentions since it was edited; null when it was not, or is deleted. */
export const mentionsAddedToThread = async (threadId: string): Promise<AddedMentions | null> => {
  const added = await addedTo(await writtenThread(threadId));
  return added && { ...added, threadId, number: undefined };
};

/** The same of a reply. */
export const mentionsAddedToReply = async (replyId: string): Promise<AddedMentions | null> => {
  const reply = await writtenReply(replyId);
  const added = await addedTo(reply);
  return added && reply && { ...added, threadId: reply.threadId.toHexString(), number: reply.number };
};
