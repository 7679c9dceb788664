import { addDays, datesFrom } from '@beffroi/shared/core/half-days';
import { type MonthFigures, MonthFiguresModel } from './month-figures.model.ts';

/**
 * Sums of half-days, kept by month: derived from needs and bookings, never told otherwise, and counted again once those have changed.
 * They are exact whoever counts and changes at once, and wherever a process dies:
 * - who changes raises `changes` after the change, in the step that a crash has done again (`settle-replacement.ts`, `settle-hours.ts`);
 * - who counts says first how far (`through`), notes `changes` with the same statement, and counts only then: a change that came too late to
 *   be counted finds `through` there, and raises `changes` above what was noted. What was counted in between is not taken for the present.
 */

/** What is counted: seats that were wanted, or those that were filled. */
export type Figure = 'wanted' | 'booked';
/** Days, both included. */
export interface Period {
  from: string;
  to: string;
}

const monthOf = (date: string): string => date.slice(0, 7);
const idOf = (figure: Figure, month: string): string => `${figure}:${month}`;

/** The months of a period, each with its days that are in it. */
const monthsIn = ({ from, to }: Period): (Period & { month: string })[] =>
  [...new Set(datesFrom(from, to).map(monthOf))].map((month) => {
    const [first, last] = [`${month}-01`, addDays(`${monthOf(addDays(`${month}-28`, 4))}-01`, -1)];
    return { month, from: first < from ? from : first, to: last > to ? to : last };
  });

/** Has the months of these dates counted again when they are next read; to be called after what changed them. Twice does no harm. */
export const markMonths = async (figures: readonly Figure[], dates: readonly string[]): Promise<void> => {
  const first = new Map<string, string>();
  for (const date of [...dates].sort()) if (!first.has(monthOf(date))) first.set(monthOf(date), date);
  const marks = [...first].flatMap(([month, date]) =>
    // Of days nobody has counted, nothing is stale: most of what is published is for the days to come.
    figures.map((figure) => ({
      updateOne: { filter: { _id: idOf(figure, month), through: { $gte: date } }, update: { $inc: { changes: 1 } } },
    })),
  );
  if (marks.length > 0) await MonthFiguresModel.bulkWrite(marks, { ordered: false });
};

const isFresh = ({ changes, counted }: MonthFigures, to: string): boolean => counted?.changes === changes && counted.through === to;

/** Counts a month again, and keeps it. */
const recount = async <Cell>(_id: string, period: Period, count: (period: Period) => Promise<Cell[]>): Promise<Cell[]> => {
  const { changes } = await MonthFiguresModel.findOneAndUpdate(
    { _id },
    { $max: { through: period.to } },
    { upsert: true, returnDocument: 'after' },
  ).lean<MonthFigures>();
  const cells = await count(period);
  await MonthFiguresModel.updateOne({ _id }, { $set: { counted: { changes, through: period.to }, cells } });
  return cells;
};

/**
 * The sums of a period that begins with a month: one command, and three more for each month that has changed since it was read.
 * @param count one month, or its first days, from nothing
 */
export const keptByMonth = async <Cell>(figure: Figure, period: Period, count: (period: Period) => Promise<Cell[]>): Promise<Cell[]> => {
  const months = monthsIn(period);
  const kept = await MonthFiguresModel.find({ _id: { $in: months.map(({ month }) => idOf(figure, month)) } }).lean<MonthFigures[]>();
  const known = new Map(kept.map((one) => [one._id, one]));
  const cells = await Promise.all(
    months.map(({ month, from, to }) => {
      const one = known.get(idOf(figure, month));
      return one && isFresh(one, to) ? (one.cells as Cell[]) : recount(idOf(figure, month), { from, to }, count);
    }),
  );
  return cells.flat();
};
