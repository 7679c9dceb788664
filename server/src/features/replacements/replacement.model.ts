import type { TimedHalfDay } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { URGENCIES, type Urgency } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { model, Schema, type Types } from 'mongoose';
import { type PendingAct, pendingActs } from './replacement-act.model.ts';

export interface SlotRecord extends TimedHalfDay {
  seats: number;
  cancelledAt: Date | null;
}

/** The wave being told: who is in it was decided by one write, and is carried out from here however often it is begun again. */
export interface PlannedWave {
  number: number;
  round?: number;
  /** In the fair order. */
  people: string[];
  at: Date;
}

/**
 * An absence to cover, never its motive. What has become of it is stored nowhere: it is worked out from bookings and offers.
 */
export interface ReplacementRecord {
  _id: Types.ObjectId;
  commune: string;
  metier: string;
  diploma: string | null;
  place: string;
  urgency: Urgency;
  contact: string;
  /** The service told by mail who comes; absent or empty, HR tells it. */
  placeEmail?: string;
  note: string;
  /** The terms it is found by, of all but whom to ask for; see `need-terms.ts`. */
  found: string[];
  slots: SlotRecord[];
  /** The Mondays of the weeks it has half-days in, and its first and last instants: what the board finds it by. */
  weeks: string[];
  startsAt: Date;
  endsAt: Date;
  publishedAt: Date;
  publishedBy: PersonRef;
  cancelledAt: Date | null;
  version: number;
  waves: number;
  told: number;
  /** Raised when half-days are free again or added: who was told already is told of them once more. */
  round?: number;
  /** Who is not told again until half-days are added: her own booking is what was cancelled. */
  spared?: string[];
  /** When the next wave leaves; absent while nobody more is to be told. */
  nextWaveAt?: Date;
  planned?: PlannedWave;
  /** Everyone who may come was told: new people are looked for, seldom. */
  exhausted?: true;
  /** The version its details were last changed in. */
  editedIn: number;
  /** When it is to be looked at whether HR must be warned. */
  riskAt?: Date;
  /** What was done about it and is not in the trail yet. */
  pendingActs?: PendingAct[];
  /** Set by a write until all that follows from it is done; see `settle-replacement.ts`. */
  unsettled?: Date;
  idempotencyKey?: string;
}

const slot = new Schema<SlotRecord>(
  {
    date: { type: String, required: true },
    half: { type: String, enum: ['am', 'pm'], required: true },
    start: { type: String, required: true },
    end: { type: String, required: true },
    seats: { type: Number, required: true },
    cancelledAt: { type: Date, default: null },
  },
  { _id: false },
);
const planned = new Schema<PlannedWave>({ number: Number, round: Number, people: [String], at: Date }, { _id: false });

const replacement = new Schema<ReplacementRecord>(
  {
    commune: { type: String, required: true },
    metier: { type: String, required: true },
    diploma: { type: String, default: null },
    place: { type: String, required: true },
    urgency: { type: String, enum: URGENCIES, required: true },
    contact: { type: String, default: '' },
    placeEmail: { type: String, default: '' },
    note: { type: String, default: '' },
    found: { type: [String], default: [] },
    slots: { type: [slot], required: true },
    weeks: { type: [String], required: true },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    publishedAt: { type: Date, required: true },
    publishedBy: { type: Schema.Types.Mixed, required: true },
    cancelledAt: { type: Date, default: null },
    version: { type: Number, default: 1 },
    waves: { type: Number, default: 0 },
    told: { type: Number, default: 0 },
    round: { type: Number, default: 0 },
    spared: { type: [String], default: undefined },
    nextWaveAt: Date,
    planned,
    exhausted: Boolean,
    editedIn: { type: Number, default: 1 },
    riskAt: Date,
    pendingActs,
    unsettled: Date,
    idempotencyKey: String,
  },
  { versionKey: false, minimize: false },
);
// The board of a week in the order shown; of one commune, of one métier.
replacement.index({ weeks: 1, startsAt: 1, _id: 1 });
replacement.index({ commune: 1, weeks: 1, startsAt: 1, _id: 1 });
replacement.index({ metier: 1, weeks: 1, startsAt: 1, _id: 1 });
// What of a commune is not over; what of it all holds some words.
replacement.index({ commune: 1, endsAt: 1 });
replacement.index({ found: 1, endsAt: 1, _id: 1 });
// What is due.
replacement.index({ nextWaveAt: 1 }, { partialFilterExpression: { nextWaveAt: { $exists: true } } });
replacement.index({ riskAt: 1 }, { partialFilterExpression: { riskAt: { $exists: true } } });
replacement.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
// Sent again with the same key, a need is published once.
replacement.index(
  { 'publishedBy.id': 1, idempotencyKey: 1 },
  { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } },
);

export const ReplacementModel = model<ReplacementRecord>('Replacement', replacement);
