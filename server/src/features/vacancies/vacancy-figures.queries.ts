import { parisDate } from '@beffroi/shared/core/half-days';
import { now } from '../../platform/clock.ts';
import { VacancyModel } from './vacancy.model.ts';

/** Filled vacancies whose time is looked at. */
const TIMED_MAX = 1_000;
const PUBLIC = ['published', 'filled', 'withdrawn', 'archived'];

/** Vacancies one may apply for today. */
export const openVacancies = (): Promise<number> => {
  const stands = { $or: [{ deadline: null }, { deadline: { $gte: parisDate(now()) } }] };
  return VacancyModel.countDocuments({ state: 'published', ...stands });
};

/** How many were published, by month (YYYY-MM): one command. */
export const publishedByMonth = async (since: Date): Promise<Map<string, number>> => {
  const rows = await VacancyModel.aggregate<{ _id: string; count: number }>([
    { $match: { state: { $in: PUBLIC }, listedAt: { $gte: since } } },
    { $group: { _id: { $dateToString: { format: '%Y-%m', date: '$listedAt' } }, count: { $sum: 1 } } },
  ]);
  return new Map(rows.map(({ _id, count }) => [_id, count]));
};

/** When those that were filled since were published and filled, the last published first: one command. */
export const filledSince = async (since: Date): Promise<{ publishedAt: Date; closedAt: Date }[]> => {
  const rows = await VacancyModel.find({ state: 'filled', closedAt: { $gte: since } }, { _id: 0, publishedAt: 1, closedAt: 1 })
    .sort({ listedAt: -1, _id: -1 })
    .limit(TIMED_MAX)
    .lean<{ publishedAt: Date | null; closedAt: Date | null }[]>();
  return rows.flatMap(({ publishedAt, closedAt }) => (publishedAt && closedAt ? [{ publishedAt, closedAt }] : []));
};
