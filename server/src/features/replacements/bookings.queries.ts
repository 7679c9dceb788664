import { BookingModel, type BookingRecord } from './booking.model.ts';

/**
 * Minutes this person is booked for, by calendar year: as both sides agreed, else as planned. One command.
 * @param settledOnly leaves out bookings that may still come to nothing
 */
export const bookedMinutesByYear = async (substituteId: string, { settledOnly = false } = {}): Promise<Record<string, number>> => {
  const hers = { substituteId, ...(settledOnly && { unsettled: { $exists: false } }) };
  const bookings = await BookingModel.find(hers, { _id: 0, date: 1, minutes: 1 }).lean<Pick<BookingRecord, 'date' | 'minutes'>[]>();
  const byYear: Record<string, number> = {};
  for (const { date, minutes } of bookings) byYear[date.slice(0, 4)] = (byYear[date.slice(0, 4)] ?? 0) + minutes;
  return byYear;
};
