import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import type { VacancyRecord } from './vacancy.model.ts';

/** What a vacancy says that is asked for between two ends. */
export type Measured = Pick<VacancyRecord, 'startsOn' | 'deadline' | 'weeklyMinutes'>;

/** Each with the filters that say from where and up to where, ends included. */
const RANGES = [
  { field: 'startsOn', from: 'startsFrom', until: 'startsUntil' },
  { field: 'deadline', from: 'deadlineFrom', until: 'deadlineUntil' },
  { field: 'weeklyMinutes', from: 'weeklyFrom', until: 'weeklyUntil' },
] as const satisfies readonly { field: keyof Measured; from: keyof VacancyFilters; until: keyof VacancyFilters }[];

/** The conditions on a record's fields; a field that says nothing answers none. */
export const rangeConditions = (filters: VacancyFilters): Record<string, unknown>[] =>
  RANGES.flatMap(({ field, from, until }) => {
    const [least, most] = [filters[from], filters[until]];
    if (least === undefined && most === undefined) return [];
    return [{ [field]: { ...(least !== undefined && { $gte: least }), ...(most !== undefined && { $lte: most }) } }];
  });

/** The same of a vacancy at hand. */
export const isInRanges = (vacancy: Measured, filters: VacancyFilters): boolean =>
  RANGES.every(({ field, from, until }) => {
    const [value, least, most] = [vacancy[field], filters[from], filters[until]];
    if (least === undefined && most === undefined) return true;
    return value !== null && (least === undefined || value >= least) && (most === undefined || value <= most);
  });
