import { now } from '../../platform/clock.ts';
import { groupBy } from '../../platform/group-by.ts';
import { notify } from '../../platform/notify.ts';
import { objectId } from '../../platform/object-id.ts';
import { isSuspended } from '../accounts/accounts.queries.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { ReplacementModel } from './replacement.model.ts';
import { aboutNeed, slotsInWords } from './replacement-words.ts';

/**
 * HR of the communes that count on somebody whose account was suspended is told, once for each need: what is booked stands, since she may
 * come all the same, but she can no longer say that she does not.
 */
export const tellBarred = async ({ personId }: { personId: string }): Promise<void> => {
  if (!(await isSuspended(personId))) return;
  const bookings = await BookingModel.find({ substituteId: personId, endsAt: { $gt: now() } }).lean<BookingRecord[]>();
  for (const [replacementId, hers] of groupBy(bookings, (booking) => booking.replacementId)) {
    const need = await ReplacementModel.findById(objectId(replacementId)).lean();
    if (!need) continue;
    await notify({
      key: `replacement-barred:${replacementId}:${personId}`,
      kind: 'replacement-barred',
      byId: personId,
      about: aboutNeed(need),
      note: slotsInWords(hers),
      at: now(),
      to: { hr: need.commune },
    });
  }
};
