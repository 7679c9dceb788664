import { Schema } from 'mongoose';

/** A PersonRef copied beside what she wrote, so that a list needs no second query. */
export const authorSchema = new Schema(
  {
    id: { type: String, required: true },
    name: { type: String, required: true },
    commune: { type: new Schema({ slug: String, name: String }, { _id: false }), default: null },
  },
  { _id: false },
);
