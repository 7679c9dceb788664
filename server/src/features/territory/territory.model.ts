import { model, Schema } from 'mongoose';
import type { TerritoryCommune } from './territory-communes.ts';

/** What is still to be created; kept in the record, so that a creation interrupted anywhere goes on as it was decided. */
export interface TerritoryPlan {
  communes: TerritoryCommune[];
  /** Slugs of proposed clubs, in their order. */
  clubs: string[];
  /** `passwordHash` null: she chooses her password by a link. */
  administrator: { email: string; name: string; function: string; passwordHash: string | null };
}

export interface TerritoryRecord {
  _id: string;
  siren: string;
  name: string;
  /** Which request created it: the same one sent twice is answered twice. */
  key: string;
  createdAt: Date;
  /** Null until everything of the plan exists; then the plan is gone, the password's hash with it. */
  settledAt: Date | null;
  plan: TerritoryPlan | null;
}

/** One instance, one territory: there is one id only, so that whoever inserts it has created the territory and nobody else can. */
export const THE_TERRITORY = 'territory';

const territory = new Schema<TerritoryRecord>(
  {
    _id: { type: String, enum: [THE_TERRITORY], required: true },
    siren: { type: String, required: true },
    name: { type: String, required: true },
    key: { type: String, required: true },
    createdAt: { type: Date, required: true },
    settledAt: { type: Date, default: null },
    // Made by the server from what the contract let through.
    plan: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false },
);

export const TerritoryModel = model('Territory', territory);
