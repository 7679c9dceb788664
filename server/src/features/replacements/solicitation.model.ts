import { model, Schema, type Types } from 'mongoose';

/** Who was told of a need, in which wave and round last. What she made of it is not known: refusing leaves no trace. */
export interface SolicitationRecord {
  _id: Types.ObjectId;
  replacementId: string;
  substituteId: string;
  wave: number;
  round?: number;
  at: Date;
  /** When the last half-day of the need ends. */
  until: Date;
}

/** Of use while the need is open; how often one was asked is not to be reckoned from it later. */
const KEPT_S = 60 * 86_400;

const solicitation = new Schema<SolicitationRecord>(
  {
    replacementId: { type: String, required: true },
    substituteId: { type: String, required: true },
    wave: { type: Number, required: true },
    round: { type: Number, default: 0 },
    at: { type: Date, required: true },
    until: { type: Date, required: true },
  },
  { versionKey: false },
);
// Nobody is told twice of a need in one round.
solicitation.index({ replacementId: 1, substituteId: 1 }, { unique: true });
// Hers, those still of use.
solicitation.index({ substituteId: 1, until: 1 });
solicitation.index({ until: 1 }, { expireAfterSeconds: KEPT_S });

export const SolicitationModel = model<SolicitationRecord>('Solicitation', solicitation);
