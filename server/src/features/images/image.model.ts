import { model, Schema, type Types } from 'mongoose';
import type { TextPlace } from '../forum/forum-images.queries.ts';

export interface ImageRecord {
  _id: Types.ObjectId;
  clubId: string;
  /** Clubs to which a thread that shows it was moved, while another shows it where it was deposited. */
  alsoIn: string[];
  personId: string;
  type: string;
  bytes: number;
  createdAt: Date;
  /** The texts that show it or showed it; none until the text it was deposited for is sent. */
  uses: TextPlace[];
  /** The models a kept version of which shows it. */
  models: string[];
  /** When to look whether a text still needs it; absent while one does. */
  reviewAt?: Date;
}

/** An image deposited for a text; its content is in the file store under its id. */
const image = new Schema<ImageRecord>(
  {
    clubId: { type: String, required: true },
    alsoIn: { type: [String], default: [] },
    personId: { type: String, required: true },
    type: { type: String, required: true },
    bytes: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    uses: { type: [new Schema<TextPlace>({ threadId: String, replyId: String }, { _id: false })], default: [] },
    models: { type: [String], default: [] },
    reviewAt: { type: Date },
  },
  { versionKey: false },
);
// The images of a text that was deleted.
image.index({ 'uses.threadId': 1 });
// What of one person's no text shows.
image.index({ personId: 1 }, { partialFilterExpression: { reviewAt: { $exists: true } } });
image.index({ reviewAt: 1 }, { partialFilterExpression: { reviewAt: { $exists: true } } });

export const ImageModel = model<ImageRecord>('Image', image);
