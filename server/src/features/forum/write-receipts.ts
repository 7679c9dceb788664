import { AppError } from '@beffroi/shared/core/errors';
import { Types } from 'mongoose';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { ReceiptModel, type ReceiptRecord } from './receipt.model.ts';

export type NewReader = Pick<ReceiptRecord, 'personId' | 'name' | 'at'>;

/** Other processes may take a number first; each attempt lets one of them through. */
const ATTEMPTS = 20;

/** How many have read an announcement. */
export const readerCount = async (threadId: Types.ObjectId): Promise<number> =>
  (await ReceiptModel.findOne({ threadId }, { number: 1 }).sort({ number: -1 }).lean())?.number ?? 0;

const lastRank = async (threadId: Types.ObjectId, commune: string | null): Promise<number> =>
  (await ReceiptModel.findOne({ threadId, commune }, { rank: 1 }).sort({ rank: -1 }).lean())?.rank ?? 0;

const insertAfterLast = async (threadId: Types.ObjectId, commune: string | null, readers: NewReader[]): Promise<void> => {
  const personIds = readers.map(({ personId }) => personId);
  const [known, number, rank] = await Promise.all([
    ReceiptModel.find({ threadId, personId: { $in: personIds } }, { personId: 1 }).lean(),
    readerCount(threadId),
    lastRank(threadId, commune),
  ]);
  const there = new Set(known.map(({ personId }) => personId));
  const added = readers.filter(({ personId }) => !there.has(personId));
  if (added.length === 0) return;
  // In order, so that what stops half-way leaves no gap.
  await ReceiptModel.insertMany(
    added.map((reader, index) => ({
      ...reader,
      _id: new Types.ObjectId(),
      threadId,
      commune,
      number: number + index + 1,
      rank: rank + index + 1,
    })),
    { ordered: true },
  );
};

/**
 * Counts people of one commune among the readers of an announcement, each at most once whatever happens at once.
 * @throws AppError `unavailable` when others took the next number again and again
 */
export const writeReceipts = (threadId: Types.ObjectId, commune: string | null, readers: NewReader[]): Promise<void> =>
  // One at a time in this process: the unique indexes alone would make a crowd try again and again.
  inTurn(`receipts:${threadId.toHexString()}`, async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await insertAfterLast(threadId, commune, readers);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if (attempt === ATTEMPTS) throw new AppError('unavailable', { cause: error });
      }
    }
  });
