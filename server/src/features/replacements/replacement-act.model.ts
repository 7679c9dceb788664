import type { HalfDay } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { ToldWave } from '@beffroi/shared/features/replacements/missions.schemas';
import { REPLACEMENT_ACTS, type ReplacementAct } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { model, Schema, Types } from 'mongoose';
import { now } from '../../platform/clock.ts';

/** One thing done about a need: by whom, when, to which half-days, concerning whom. */
export interface PendingAct {
  _id: string;
  at: Date;
  by: PersonRef;
  action: ReplacementAct;
  slots: HalfDay[];
  person: PersonRef | null;
  note: string;
  wave?: ToldWave;
  /** Bookings that are to go with it. */
  bookingIds?: string[];
}
export interface ActRecord extends Omit<PendingAct, 'bookingIds'> {
  replacementId: string;
}

/** Kept as long as a complaint about a refused or lost mission may be lodged, then forgotten. */
const KEPT_S = 5 * 366 * 86_400;

const { Mixed } = Schema.Types;
const fields = {
  _id: { type: String, required: true },
  at: { type: Date, required: true },
  by: { type: Mixed, required: true },
  action: { type: String, enum: REPLACEMENT_ACTS, required: true },
  slots: { type: [new Schema<HalfDay>({ date: String, half: String }, { _id: false })], default: [] },
  person: { type: Mixed, default: null },
  note: { type: String, default: '' },
  wave: { type: new Schema<ToldWave>({ number: Number, round: Number, people: Number }, { _id: false }), default: undefined },
};

/**
 * Acts not yet copied to the trail, kept in the very document the act changed: one write does both, and whoever settles that
 * document copies them, so that no act is without its entry.
 */
export const pendingActs = {
  type: [new Schema<PendingAct>({ ...fields, bookingIds: { type: [String], default: undefined } }, { versionKey: false })],
  default: undefined,
} as const;

const act = new Schema<ActRecord>(
  { ...fields, replacementId: { type: String, required: true } },
  { versionKey: false, collection: 'replacement_acts' },
);
act.index({ replacementId: 1, at: -1, _id: -1 });
act.index({ at: 1 }, { expireAfterSeconds: KEPT_S });

export const ReplacementActModel = model<ActRecord>('ReplacementAct', act);

/** The author of what nobody did by hand. */
export const BEFFROI: PersonRef = { id: 'beffroi', name: 'Beffroi', commune: null };

type NewAct = Pick<PendingAct, 'by' | 'action'> & Partial<PendingAct>;

/** An act to be written with what it changes; its id makes its entry unique, however often it is copied. */
export const newAct = ({ slots = [], ...act }: NewAct): PendingAct => ({
  _id: new Types.ObjectId().toHexString(),
  at: now(),
  person: null,
  note: '',
  ...act,
  slots: slots.map(({ date, half }) => ({ date, half })),
});
