import { notify } from '../../platform/notify.ts';
import type { BookingRecord } from './booking.model.ts';
import type { ReplacementRecord } from './replacement.model.ts';
import type { PendingAct } from './replacement-act.model.ts';
import { aboutNeed, slotsInWords } from './replacement-words.ts';

type Act = Pick<PendingAct, '_id' | 'by' | 'at' | 'action'> & { note?: string };

/** HR of the commune that employs her is told that she is booked elsewhere, and when she no longer is: one person's bookings. */
export const tellLender = async (need: ReplacementRecord, act: Act, bookings: readonly BookingRecord[]): Promise<void> => {
  const [first] = bookings;
  // Nobody employs her, or she replaces a colleague of her own commune.
  if (!first?.lender || first.lender === need.commune) return;
  await notify({
    key: `replacement-act:${act._id}:lender:${first.substituteId}`,
    kind: act.action === 'booked' ? 'replacement-lent' : 'replacement-cancelled',
    byId: act.by.id,
    about: aboutNeed(need),
    note: [`${first.substitute.name}\u00a0: ${slotsInWords(bookings)}`, act.note].filter(Boolean).join('. '),
    at: act.at,
    to: { hr: first.lender },
  });
};
