import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canAcknowledge } from '@beffroi/shared/features/forum/forum.policy';
import type { Receipts } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { readableThread } from '../forum.queries.ts';
import { ReceiptModel } from '../receipt.model.ts';
import { presentReceipts } from '../receipts.queries.ts';

/** Two first readers of one commune at one instant: the second finds the document the first made. */
const ATTEMPTS = 2;

/**
 * Counts the actor among those who have read an announcement; read again, she is counted once.
 * @throws AppError `not-found`, `forbidden` (not an announcement, or one’s own)
 */
export const acknowledgeAnnouncement = async (actor: Actor, id: string): Promise<Receipts> => {
  const loaded = await readableThread(actor, id);
  if (!canAcknowledge(actor, loaded.facts)) throw new AppError('forbidden');
  const { name, commune } = await personRef(actor.personId);
  const place = { threadId: loaded.thread._id, commune: commune?.slug ?? null };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      await ReceiptModel.updateOne(
        { ...place, 'people.id': { $ne: actor.personId } },
        { $push: { people: { id: actor.personId, name, at: now() } }, $inc: { count: 1 } },
        { upsert: true, setDefaultsOnInsert: false },
      );
      break;
    } catch (error) {
      // The commune's document is there: it either holds her already, or was just made by a colleague.
      if (!isDuplicate(error)) throw error;
    }
  }
  return presentReceipts(actor, loaded);
};
