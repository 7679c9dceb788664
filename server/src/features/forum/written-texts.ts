import DataLoader from 'dataloader';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { objectId } from '../../platform/object-id.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

interface Texts<T> {
  find: (filter: { _id: { $in: ReturnType<typeof objectId>[] } }) => { lean: () => PromiseLike<T[]> };
}

/**
 * Reads by id, as they are now. Search, images, mentions and notifications all follow one write, and ask in the same instant: they
 * share one read.
 */
const byId = <T extends { _id: ReturnType<typeof objectId> }>(texts: Texts<T>): DataLoader<string, T | null> =>
  new DataLoader(
    async (ids) => {
      const found = await texts.find({ _id: { $in: [...new Set(ids)].map(objectId) } }).lean();
      const known = new Map(found.map((text) => [text._id.toHexString(), text]));
      return ids.map((id) => known.get(id) ?? null);
    },
    { cache: false },
  );

const threads = byId<ThreadRecord>(ThreadModel as unknown as Texts<ThreadRecord>);
const replies = byId<ReplyRecord>(ReplyModel as unknown as Texts<ReplyRecord>);

/** Texts just written, while what follows from it is carried out. */
const heldThreads = new Map<string, ThreadRecord>();
const heldReplies = new Map<string, ReplyRecord>();
forgetAtClose(() => {
  heldThreads.clear();
  heldReplies.clear();
});

const holding =
  <T extends { _id: ReturnType<typeof objectId> }>(held: Map<string, T>) =>
  async (text: T, work: () => Promise<void>) => {
    const id = text._id.toHexString();
    held.set(id, text);
    try {
      await work();
    } finally {
      held.delete(id);
    }
  };

/** Does what follows from a thread's being new, which reads it as it is given here. Whoever asks for it finds out afterwards whether it changed meanwhile. */
export const holdingThread = holding(heldThreads);

/** The same for a reply. */
export const holdingReply = holding(heldReplies);

/** A thread with its text, deleted or not; null where there is none. Shared: never written into. */
export const writtenThread = async (id: string): Promise<ThreadRecord | null> => heldThreads.get(id) ?? threads.load(id);

/** A reply, deleted or not; null where there is none. Shared: never written into. */
export const writtenReply = async (id: string): Promise<ReplyRecord | null> => heldReplies.get(id) ?? replies.load(id);
