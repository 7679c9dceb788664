import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { model, Schema, type Types } from 'mongoose';
import { authorSchema } from './author.schema.ts';

/** A text as it stood before an edit. */
export interface RevisionRecord {
  _id: Types.ObjectId;
  /** The thread's or the reply's id. */
  textId: Types.ObjectId;
  version: number;
  title: string | null;
  body: RichText;
  /** What a legal watch stated then. */
  watch?: Watch;
  author: PersonRef;
  at: Date;
}

const revision = new Schema<RevisionRecord>(
  {
    textId: { type: Schema.Types.ObjectId, required: true },
    version: { type: Number, required: true },
    title: { type: String, default: null },
    body: { type: Schema.Types.Mixed, required: true },
    watch: { type: Schema.Types.Mixed },
    author: { type: authorSchema, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, minimize: false },
);
revision.index({ textId: 1, version: -1 }, { unique: true });

export const RevisionModel = model<RevisionRecord>('Revision', revision);
