import { model, Schema } from 'mongoose';

/** What a month came to, as it was counted; see `month-figures.ts`. */
export interface MonthFigures {
  /** What was counted and the month (YYYY-MM): `wanted:2026-11`. */
  _id: string;
  /** The last day anybody has counted, or is counting: what changes of later days concerns nobody yet. */
  through: string;
  /** Raised after each change of what was counted. */
  changes: number;
  /** Which changes the cells contain, and until which day they were counted; absent until they are first written. */
  counted?: { changes: number; through: string };
  cells: unknown[];
}

const { Mixed } = Schema.Types;
const monthFigures = new Schema<MonthFigures>(
  {
    _id: { type: String, required: true },
    through: { type: String, required: true },
    changes: { type: Number, default: 0 },
    counted: {
      type: new Schema<NonNullable<MonthFigures['counted']>>({ changes: Number, through: String }, { _id: false }),
      default: undefined,
    },
    cells: { type: [Mixed], default: [] },
  },
  { versionKey: false, collection: 'replacement_months' },
);

export const MonthFiguresModel = model<MonthFigures>('MonthFigures', monthFigures);
