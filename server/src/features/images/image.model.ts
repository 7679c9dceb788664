import { model, Schema, type Types } from 'mongoose';

export interface ImageRecord {
  _id: Types.ObjectId;
  clubId: string;
  personId: string;
  type: string;
  bytes: number;
  createdAt: Date;
}

/** An image deposited for a text; its content is in the file store under its id. */
const image = new Schema<ImageRecord>(
  {
    clubId: { type: String, required: true },
    personId: { type: String, required: true },
    type: { type: String, required: true },
    bytes: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);

export const ImageModel = model<ImageRecord>('Image', image);
