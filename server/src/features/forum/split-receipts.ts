import mongoose, { type mongo, type Types } from 'mongoose';
import { logger } from '../../platform/logger.ts';
import { type NewReader, writeReceipts } from './write-receipts.ts';

/** How receipts were kept: the readers of one commune in one document. */
interface FormerReceipt {
  _id: Types.ObjectId;
  threadId: Types.ObjectId;
  commune?: string | null;
  people: { id: string; name: string; at: Date }[];
  count: number;
}

const former = (): mongo.Collection<FormerReceipt> => mongoose.connection.collection<FormerReceipt>('receipts');

const readerOf = ({ id, name, at }: FormerReceipt['people'][number]): NewReader => ({ personId: id, name, at });

/** Once each: two answers at one instant may have counted her twice. */
const readersOf = ({ people }: FormerReceipt): NewReader[] =>
  [...new Map(people.toReversed().map((person) => [person.id, readerOf(person)])).values()].toReversed();

/**
 * Gives each reader a document of her own where receipts were kept a document a commune. What was is deleted once all its readers
 * are written, and only as it was read: interrupted, or done by two processes, it goes on where it was and counts nobody twice.
 */
export const splitReceipts = async (): Promise<void> => {
  let split = 0;
  for (;;) {
    const receipt = await former().findOne({}, { sort: { _id: 1 } });
    if (!receipt) break;
    await writeReceipts(receipt.threadId, receipt.commune ?? null, readersOf(receipt));
    await former().deleteOne({ _id: receipt._id, count: receipt.count });
    split++;
  }
  if (split > 0) logger.info({ split }, 'receipts of announcements have a document a reader');
};
