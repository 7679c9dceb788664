import type { VacancySort } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import type { QueryFilter, SortOrder } from 'mongoose';
import { beforeCursor, encodeCursor, unknownCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import type { VacancyRecord } from './vacancy.model.ts';

type Listed = Pick<VacancyRecord, '_id' | 'listedAt' | 'deadline'>;

interface Order {
  sort: Record<string, SortOrder>;
  /** What comes after a cursor of this order. @throws AppError `invalid-input` when it is none of ours */
  after: (cursor: string | undefined) => QueryFilter<VacancyRecord>;
  cursorOf: (last: Listed) => string;
}

/** Only a draft has no deadline; those come first, as the store puts them. */
const afterDeadline = (cursor: string | undefined): QueryFilter<VacancyRecord> => {
  if (!cursor) return {};
  const match = /^(\d{4}-\d{2}-\d{2})?\.([0-9a-f]{24})$/.exec(cursor);
  if (!match) throw unknownCursor();
  const [, deadline, id] = match;
  const later = { $gt: objectId(id as string) };
  if (deadline === undefined) return { $or: [{ deadline: null, _id: later }, { deadline: { $ne: null } }] };
  // Said apart, so that the index is read from there on.
  return { $and: [{ deadline: { $gte: deadline } }, { $or: [{ deadline: { $gt: deadline } }, { deadline, _id: later }] }] };
};

/** The orders of a list of vacancies, each with its index. */
export const VACANCY_ORDERS: Record<VacancySort, Order> = {
  newest: {
    sort: { listedAt: -1, _id: -1 },
    after: (cursor) => beforeCursor('listedAt', cursor),
    cursorOf: ({ listedAt, _id }) => encodeCursor({ at: listedAt, id: _id }),
  },
  deadline: {
    sort: { deadline: 1, _id: 1 },
    after: afterDeadline,
    cursorOf: ({ deadline, _id }) => `${deadline ?? ''}.${_id.toHexString()}`,
  },
};
