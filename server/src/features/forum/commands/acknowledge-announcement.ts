import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canAcknowledge } from '@beffroi/shared/features/forum/forum.policy';
import type { Receipts } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { readableThread } from '../forum.queries.ts';
import { presentReceipts } from '../receipts.queries.ts';
import { writeReceipts } from '../write-receipts.ts';

/**
 * Counts the actor among those who have read an announcement; read again, even from another commune, she is counted once.
 * @throws AppError `not-found`, `forbidden` (not an announcement, or one’s own)
 */
export const acknowledgeAnnouncement = async (actor: Actor, id: string): Promise<Receipts> => {
  const loaded = await readableThread(actor, id);
  if (!canAcknowledge(actor, loaded.facts)) throw new AppError('forbidden');
  const { name, commune } = await personRef(actor.personId);
  await writeReceipts(loaded.thread._id, commune?.slug ?? null, [{ personId: actor.personId, name, at: now() }]);
  return presentReceipts(actor, loaded);
};
