import { ACTIVITY_WEEKS, type Today } from '@beffroi/shared/features/today/today.contract';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import { ReplyModel } from './reply.model.ts';
import { ThreadModel } from './thread.model.ts';

const WEEK_MS = 7 * 86_400_000;
const MEDIAN_OVER_MS = 30 * 86_400_000;
/** The latest first answers are enough for a median. */
const MEDIAN_SAMPLE = 500;
/** Monday, 5 January 1970: weeks are counted from a Monday. */
const FIRST_MONDAY = 4 * 86_400_000;

const weekOf = (at: number): number => Math.floor((at - FIRST_MONDAY) / WEEK_MS);
const startOf = (week: number): Date => new Date(FIRST_MONDAY + week * WEEK_MS);

/** Replies of weeks that are over, by club and week: they hardly change any more and are counted once. */
const counted = new Map<string, number>();
forgetAtClose(() => counted.clear());

const countWeek = (clubId: string, week: number): Promise<number> =>
  ReplyModel.countDocuments({ clubId, createdAt: { $gte: startOf(week), $lt: startOf(week + 1) } }).exec();

const repliesOf = async (clubId: string, week: number, present: number): Promise<number> => {
  if (week === present) return countWeek(clubId, week);
  const key = `${clubId}:${week}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  const count = await countWeek(clubId, week);
  if (counted.size > 5_000) counted.clear();
  counted.set(key, count);
  return count;
};

const median = (values: number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** Minutes from question to first answer, over the latest month. */
const medianFirstAnswer = async (clubIds: string[]): Promise<number | null> => {
  const since = new Date(Date.now() - MEDIAN_OVER_MS);
  const answered = await ThreadModel.find(
    { clubId: { $in: clubIds }, firstAnswerAt: { $gt: since } },
    { createdAt: 1, firstAnswerAt: 1, _id: 0 },
  )
    .sort({ firstAnswerAt: -1 })
    .limit(MEDIAN_SAMPLE)
    .lean();
  const waits = answered.flatMap(({ createdAt, firstAnswerAt }) =>
    firstAnswerAt ? [(firstAnswerAt.getTime() - createdAt.getTime()) / 60_000] : [],
  );
  const minutes = median(waits);
  return minutes === null ? null : Math.round(minutes);
};

/** Replies a week, the present one last, and the time a first answer takes, over these clubs. */
export const clubActivity = async (clubs: KnownClub[]): Promise<Today['activity']> => {
  const present = weekOf(Date.now());
  const weeks = Array.from({ length: ACTIVITY_WEEKS }, (_, index) => present - ACTIVITY_WEEKS + 1 + index);
  const ids = clubs.map(({ id }) => id);
  const [repliesByWeek, medianFirstAnswerMinutes] = await Promise.all([
    Promise.all(
      weeks.map(async (week) => (await Promise.all(ids.map((id) => repliesOf(id, week, present)))).reduce((sum, count) => sum + count, 0)),
    ),
    medianFirstAnswer(ids),
  ]);
  return { repliesByWeek, repliesThisWeek: repliesByWeek.at(-1) ?? 0, medianFirstAnswerMinutes };
};
