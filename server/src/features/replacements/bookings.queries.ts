import { BookingModel, type BookingRecord } from './booking.model.ts';

/** Minutes this person is booked for, by calendar year: as both sides agreed, else as planned. One command. */
export const bookedMinutesByYear = async (substituteId: string): Promise<Record<string, number>> => {
  const bookings = await BookingModel.find({ substituteId }, { _id: 0, date: 1, minutes: 1 }).lean<
    Pick<BookingRecord, 'date' | 'minutes'>[]
  >();
  const byYear: Record<string, number> = {};
  for (const { date, minutes } of bookings) byYear[date.slice(0, 4)] = (byYear[date.slice(0, 4)] ?? 0) + minutes;
  return byYear;
};
