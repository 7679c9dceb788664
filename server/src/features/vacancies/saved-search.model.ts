import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { model, Schema, type Types } from 'mongoose';

/** What somebody looks for in the vacancies, and whether she is told of new ones. */
export interface SavedSearchRecord {
  _id: Types.ObjectId;
  personId: string;
  name: string;
  filters: VacancyFilters;
  /** Where its distance is counted from; the commune she served when she saved it. */
  from: string | null;
  alert: boolean;
  createdAt: Date;
}

const search = new Schema<SavedSearchRecord>(
  {
    personId: { type: String, required: true },
    name: { type: String, required: true },
    filters: { type: Schema.Types.Mixed, required: true },
    from: { type: String, default: null },
    alert: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, collection: 'vacancy_searches' },
);
search.index({ personId: 1, createdAt: 1 });
// Those that are told, in the order they are gone through.
search.index({ alert: 1, _id: 1 });

export const SavedSearchModel = model<SavedSearchRecord>('SavedSearch', search);
