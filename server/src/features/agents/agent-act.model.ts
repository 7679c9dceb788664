import type { AgentAct } from '@beffroi/shared/features/agents/agents.vocabulary';
import { model, Schema, type Types } from 'mongoose';
import { now } from '../../platform/clock.ts';

/** One act on a person's rights. Written once, never changed. */
export interface AgentActFields {
  _id: Types.ObjectId;
  commune: string;
  at: Date;
  act: AgentAct;
  by: { id: string; name: string };
  person: { id: string; name: string };
}

const named = new Schema({ id: String, name: String }, { _id: false });
const agentAct = new Schema<AgentActFields>(
  {
    commune: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    act: { type: String, required: true, immutable: true },
    by: { type: named, required: true, immutable: true },
    person: { type: named, required: true, immutable: true },
  },
  { versionKey: false },
);
agentAct.index({ commune: 1, _id: -1 });

export const AgentActModel = model<AgentActFields>('AgentAct', agentAct);

/** Writes an act down. */
export const writeDown = async (act: Omit<AgentActFields, '_id' | 'at'>): Promise<void> => {
  await AgentActModel.create({ ...act, at: now() });
};
