import { model, Schema } from 'mongoose';

/** What somebody is to be told of, her saved searches taken together: one document a person, so that several make one mail. */
export interface SearchAlertRecord {
  /** The person. */
  _id: string;
  /** Vacancies found and not told of. */
  waiting: string[];
  /** When they are to be told; absent while nothing waits. */
  tellAt?: Date;
  /** Those being told: taken from the others by one write, told from here however often it is begun again. */
  telling?: string[];
  toldAt: Date | null;
}

const alert = new Schema<SearchAlertRecord>(
  {
    _id: { type: String, required: true },
    waiting: { type: [String], default: [] },
    tellAt: Date,
    telling: { type: [String], default: undefined },
    toldAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'vacancy_search_alerts' },
);
alert.index({ tellAt: 1 }, { partialFilterExpression: { tellAt: { $exists: true } } });

export const SearchAlertModel = model<SearchAlertRecord>('SearchAlert', alert);
