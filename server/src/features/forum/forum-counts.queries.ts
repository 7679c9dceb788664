import type { Actor } from '@beffroi/shared/core/actor';
import { ReplyModel } from './reply.model.ts';
import { ThreadModel } from './thread.model.ts';

/** What a club's card says of its discussions. */
export const countThreads = async (clubId: string): Promise<{ threadCount: number; lastActivityAt: Date | null }> => {
  const present = { clubId, deletedAt: null };
  const [threadCount, latest] = await Promise.all([
    ThreadModel.countDocuments(present),
    ThreadModel.findOne(present, { lastActivityAt: 1 }).sort({ lastActivityAt: -1, _id: -1 }).lean(),
  ]);
  return { threadCount, lastActivityAt: latest?.lastActivityAt ?? null };
};

/** What others than the actor wrote in a club since an instant, counted up to a maximum. */
export const countSince = async (
  actor: Actor,
  clubId: string,
  since: Date,
  limit: number,
): Promise<{ threads: number; replies: number }> => {
  const written = { clubId, deletedAt: null, createdAt: { $gt: since }, 'author.id': { $ne: actor.personId } };
  const [threads, replies] = await Promise.all([
    // By its last activity, which is never earlier: the index that lists the club bounds the count.
    ThreadModel.countDocuments({ ...written, lastActivityAt: { $gt: since } }, { limit }),
    ReplyModel.countDocuments(written, { limit }),
  ]);
  return { threads, replies };
};
