import { publish } from '../../platform/events.ts';
import { refsOf } from '../accounts/accounts.queries.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { markMonths } from './month-figures.ts';
import { ReplacementActModel } from './replacement-act.model.ts';
import { settleReplacement, touchReplacement } from './settle-replacement.ts';

/** What each side said, in the trail: an entry for each time she said it. */
const recordHours = async ({ _id, replacementId, date, half, substitute, byHost, bySubstitute }: BookingRecord): Promise<void> => {
  const said = [byHost, bySubstitute].filter((one) => one !== null);
  const refs = new Map((await refsOf(said.map(({ byId }) => byId))).map((ref) => [ref.id, ref]));
  for (const { at, byId, minutes } of said) {
    const by = refs.get(byId);
    if (!by) continue;
    const act = {
      replacementId,
      at,
      by,
      action: 'hours-confirmed' as const,
      slots: [{ date, half }],
      person: substitute,
      note: `${minutes} min`,
    };
    await ReplacementActModel.updateOne(
      { _id: `hours:${_id.toHexString()}:${byId}:${at.getTime()}` },
      { $setOnInsert: act },
      { upsert: true },
    );
  }
};

/** Carries out what follows from hours that were said. Twice does no harm. */
export const settleHours = async (booking: BookingRecord): Promise<void> => {
  await recordHours(booking);
  if (booking.agreed) await markMonths(['booked'], [booking.date]);
  if (booking.agreed) await publish('replacements.bookings.changed', { substituteIds: [booking.substituteId] });
  const need = await touchReplacement(booking.replacementId);
  if (need) await settleReplacement(need);
  await BookingModel.updateOne({ _id: booking._id, untold: booking.untold as Date }, { $unset: { untold: 1 } });
};
