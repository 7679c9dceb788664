import { model, Schema } from 'mongoose';

/** What was done once for this territory and must not be done again. */
const MilestoneModel = model(
  'Milestone',
  new Schema({ _id: { type: String, required: true }, at: { type: Date, required: true } }, { versionKey: false }),
);

export const wasDone = async (name: string): Promise<boolean> => Boolean(await MilestoneModel.exists({ _id: name }));

export const markDone = async (name: string): Promise<void> => {
  await MilestoneModel.updateOne({ _id: name }, { $setOnInsert: { at: new Date() } }, { upsert: true });
};
