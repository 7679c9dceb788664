import { model, Schema, type Types } from 'mongoose';

/** A file sent for a vacancy; its content is in the file store under its id. */
export interface VacancyFileRecord {
  _id: Types.ObjectId;
  vacancyId: string;
  /** When to look whether the vacancy still has it; absent while it does. */
  reviewAt?: Date;
}

const vacancyFile = new Schema<VacancyFileRecord>({ vacancyId: { type: String, required: true }, reviewAt: Date }, { versionKey: false });
vacancyFile.index({ vacancyId: 1 });
vacancyFile.index({ reviewAt: 1 }, { partialFilterExpression: { reviewAt: { $exists: true } } });

export const VacancyFileModel = model<VacancyFileRecord>('VacancyFile', vacancyFile);
