import DataLoader from 'dataloader';
import { objectId } from '../../platform/object-id.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

interface Texts<T> {
  find: (filter: { _id: { $in: ReturnType<typeof objectId>[] } }) => { lean: () => PromiseLike<T[]> };
}

/**
 * Reads by id, as they are now. Search, images, mentions and notifications all follow one write, and ask in the same instant: they
 * share one read. Nothing is remembered after it.
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

/** A thread with its text, deleted or not; null where there is none. Shared: never written into. */
export const writtenThread = (id: string): Promise<ThreadRecord | null> => threads.load(id);

/** A reply, deleted or not; null where there is none. Shared: never written into. */
export const writtenReply = (id: string): Promise<ReplyRecord | null> => replies.load(id);
