import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { Schema } from 'mongoose';
import { authorSchema } from './author.schema.ts';

/** Who took a text out of sight in the club's name, and why. */
export interface Removal {
  by: PersonRef;
  reason: string;
}
export const removalSchema = new Schema<Removal>({ by: authorSchema, reason: String }, { _id: false });
