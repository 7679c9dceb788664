import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { MODERATION_ACTIONS, type ModerationAction, TRAIL_KEPT_DAYS } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { model, Schema, Types } from 'mongoose';
import { now } from './clock.ts';

/** What was acted upon, as it was called then. */
export interface ActTarget {
  kind: 'thread' | 'reply' | 'fiche' | 'person' | 'club' | 'template';
  id: string;
  threadId: string | null;
  /** A reply's. */
  number: number | null;
  /** The thread's or the fiche's title, or the name of the person, the club or the model. */
  label: string;
}

/** One moderation: who did what to what, when and why. */
export interface ModerationAct {
  _id: string;
  at: Date;
  by: PersonRef;
  action: ModerationAction;
  clubId: string;
  target: ActTarget;
  reason: string | null;
  /** What the act changed, in words: a club's name, a thread's title, a version. */
  before: string | null;
  after: string | null;
}

const person = new Schema({ id: String, name: String, commune: { type: Schema.Types.Mixed, default: null } }, { _id: false });
const target = new Schema<ActTarget>({ kind: String, id: String, threadId: String, number: Number, label: String }, { _id: false });

const fields = {
  _id: { type: String, required: true },
  at: { type: Date, required: true },
  by: { type: person, required: true },
  action: { type: String, enum: MODERATION_ACTIONS, required: true },
  clubId: { type: String, required: true },
  target: { type: target, required: true },
  reason: { type: String, default: null },
  before: { type: String, default: null },
  after: { type: String, default: null },
};

/**
 * Acts not yet copied to the trail, kept in the very document the act changed: one write does both, and whoever settles that
 * document copies them, so that no act is without its entry.
 */
export const actSchema = new Schema<ModerationAct>(fields, { versionKey: false });
export const pendingActs = { type: [actSchema], default: undefined } as const;

const entry = new Schema<ModerationAct>(fields, { versionKey: false, collection: 'moderation_entries' });
// A club's trail, the latest first.
entry.index({ clubId: 1, at: -1, _id: -1 });
entry.index({ at: 1 }, { expireAfterSeconds: TRAIL_KEPT_DAYS * 86_400 });

export const ModerationEntryModel = model<ModerationAct>('ModerationEntry', entry);

type NewAct = Pick<ModerationAct, 'by' | 'action' | 'clubId' | 'target'> & Partial<Pick<ModerationAct, 'reason' | 'before' | 'after'>>;

/** An act to be written with what it changes; its id makes its entry unique, however often it is copied. */
export const newAct = (act: NewAct): ModerationAct => ({
  _id: new Types.ObjectId().toHexString(),
  at: now(),
  reason: null,
  before: null,
  after: null,
  ...act,
});

/** Copies acts to the trail, which is only ever added to. Safe to do twice. */
export const recordActs = async (acts: readonly ModerationAct[]): Promise<void> => {
  for (const { _id, ...act } of acts) await ModerationEntryModel.updateOne({ _id }, { $setOnInsert: act }, { upsert: true });
};
