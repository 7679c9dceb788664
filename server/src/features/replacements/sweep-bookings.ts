import { alone } from '../../platform/alone.ts';
import { logger } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { endGroups } from './booking-group.ts';
import { settleHours } from './settle-hours.ts';
import { settleReplacement } from './settle-replacement.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 30_000;
const AT_ONCE_MAX = 1_000;

/** Ends the groups of one need, in its turn. */
const endGroupsOf = (replacementId: string): Promise<void> =>
  alone(`replacement:${replacementId}`, async () => {
    const { changed } = await endGroups(await BookingModel.find({ replacementId }).lean<BookingRecord[]>());
    if (changed) await settleReplacement(changed);
  });

/** Ends what a crash left half-done of bookings and of the hours said of them; `all` at start. */
export const sweepBookings = async ({ all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  const [begun, untold] = await Promise.all([
    BookingModel.find({ unsettled: overdue }).limit(AT_ONCE_MAX).lean<BookingRecord[]>(),
    BookingModel.find({ untold: overdue }).limit(AT_ONCE_MAX).lean<BookingRecord[]>(),
  ]);
  const work = [
    ...[...new Set(begun.map(({ replacementId }) => replacementId))].map((id) => () => endGroupsOf(id)),
    ...untold.map((booking) => () => settleHours(booking)),
  ];
  for (const one of work) await one().catch((error: unknown) => logger.error({ err: error }, 'booking not settled'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingBookings = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep bookings', everyMs: SWEEP_EVERY_MS, work: () => sweepBookings() });
