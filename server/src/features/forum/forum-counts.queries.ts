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
