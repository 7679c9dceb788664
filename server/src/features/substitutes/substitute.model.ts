import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { AvailabilityException, WeeklyHalf } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { WEEKS } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { model, Schema, type Types } from 'mongoose';
import type { AgreementActFields } from './agreement-act.model.ts';

/** An agreement without an end holds until then. */
export const NO_END = '9999-12-31';
/** Who left can come back as she was until then; nothing of her is kept after it. */
export const COME_BACK_SECONDS = 86_400;

export interface StandingAgreement {
  commune: string;
  by: PersonRef;
  at: Date;
  /** The last day it holds, or `NO_END`. */
  until: string;
}

/** One person in the pool; `_id` is hers, so that nobody is in it twice. */
export interface SubstituteRecord {
  _id: Types.ObjectId;
  /** Copied from her account, and kept like it; see `follow-people.ts`. */
  person: PersonRef;
  sortKey: string;
  /** The commune she serves; null for a person from outside. */
  employer: string | null;
  metiers: string[];
  diplomas: string[];
  communes: string[];
  maxDistanceKm: number | null;
  home: string | null;
  weeklyMinutes: number | null;
  yearlyMinutes: number | null;
  pattern: WeeklyHalf[];
  exceptions: AvailabilityException[];
  /** Of the calendar. */
  version: number;
  calendarChangedAt: Date;
  /** When she last said something of herself. */
  changedAt: Date;
  agreement: StandingAgreement | null;
  minutesByYear: Record<string, number>;
  /** Of that count: of two counts at once, the one begun on an older state is made again. */
  hoursVersion: number;
  lastAskedAt: Date | null;
  /** May be asked: neither gone nor barred. */
  active: boolean;
  /** Suspended, or neither agent nor substitute any more. */
  barred: boolean;
  leftAt: Date | null;
  /** Acts not yet in the commune’s journal, nor told; see `settle-agreement.ts`. */
  pendingActs?: AgreementActFields[];
  unsettled?: Date;
}

const { Mixed } = Schema.Types;
const weeklyHalf = new Schema<WeeklyHalf>({ weekday: Number, half: String, weeks: { type: String, enum: WEEKS } }, { _id: false });
const exception = new Schema<AvailabilityException>({ date: String, half: String, available: Boolean }, { _id: false });

const substitute = new Schema<SubstituteRecord>(
  {
    person: { type: Mixed, required: true },
    sortKey: { type: String, required: true },
    employer: { type: String, default: null },
    metiers: { type: [String], required: true },
    diplomas: { type: [String], default: [] },
    communes: { type: [String], default: [] },
    maxDistanceKm: { type: Number, default: null },
    home: { type: String, default: null },
    weeklyMinutes: { type: Number, default: null },
    yearlyMinutes: { type: Number, default: null },
    pattern: { type: [weeklyHalf], default: [] },
    exceptions: { type: [exception], default: [] },
    version: { type: Number, default: 0 },
    calendarChangedAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    agreement: { type: Mixed, default: null },
    minutesByYear: { type: Mixed, default: {} },
    hoursVersion: { type: Number, default: 0 },
    lastAskedAt: { type: Date, default: null },
    active: { type: Boolean, default: true },
    barred: { type: Boolean, default: false },
    leftAt: { type: Date, default: null },
    pendingActs: { type: [Mixed], default: undefined } as never,
    unsettled: { type: Date },
  },
  { versionKey: false, minimize: false },
);
// Those of a métier, for a need.
substitute.index({ metiers: 1, active: 1 });
// A commune's agents in the pool, or (null) the people from outside, in alphabetical order.
substitute.index({ employer: 1, active: 1, sortKey: 1, _id: 1 });
substitute.index({ leftAt: 1 }, { expireAfterSeconds: COME_BACK_SECONDS });
substitute.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });

export const SubstituteModel = model<SubstituteRecord>('Substitute', substitute);
