import type { BookingRecord } from './booking.model.ts';
import { BookingModel } from './booking.model.ts';

export type RecordedHalfDay = Pick<
  BookingRecord,
  | '_id'
  | 'replacementId'
  | 'substituteId'
  | 'substitute'
  | 'host'
  | 'lender'
  | 'metier'
  | 'place'
  | 'date'
  | 'half'
  | 'start'
  | 'end'
  | 'minutes'
  | 'agreed'
  | 'byHost'
  | 'bySubstitute'
>;

const inOrder = (a: RecordedHalfDay, b: RecordedHalfDay): number =>
  a.date < b.date || (a.date === b.date && a.half < b.half) ? -1 : Number(a.date !== b.date || a.half !== b.half);

/** The half-days a commune lent and received between two dates that have ended; what it does with its own agents is neither. */
export const hoursExchangedBy = async (
  commune: string,
  { from, to, endedBy }: { from: string; to: string; endedBy: Date },
): Promise<{ lent: RecordedHalfDay[]; received: RecordedHalfDay[] }> => {
  const when = { date: { $gte: from, $lte: to }, endsAt: { $lte: endedBy } };
  const [lent, received] = await Promise.all([
    BookingModel.find({ lender: commune, ...when }).lean<RecordedHalfDay[]>(),
    BookingModel.find({ host: commune, ...when }).lean<RecordedHalfDay[]>(),
  ]);
  return {
    lent: lent.filter(({ host }) => host !== commune).sort(inOrder),
    received: received.filter(({ lender }) => lender !== commune).sort(inOrder),
  };
};

/** What one person is booked for of a need, in order. */
export const halfDaysOf = async (replacementId: string, substituteId: string): Promise<RecordedHalfDay[]> =>
  (await BookingModel.find({ replacementId, substituteId }).lean<RecordedHalfDay[]>()).sort(inOrder);
