import { ImageModel } from './image.model.ts';

/** However light, an image is a file and a record: it counts for this much, lest a million of them count for nothing. */
const COUNTED_AT_LEAST = 64 * 1024;

/** What a person's images that no text shows weigh, in bytes: of drafts, and of texts that were deleted. */
export const waitingBytes = async (personId: string): Promise<number> => {
  const [sum] = await ImageModel.aggregate<{ bytes: number }>([
    { $match: { personId, reviewAt: { $exists: true } } },
    { $group: { _id: null, bytes: { $sum: { $max: ['$bytes', COUNTED_AT_LEAST] } } } },
  ]);
  return sum?.bytes ?? 0;
};
