import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { VERSION_ORIGINS, type VersionOrigin } from '@beffroi/shared/features/templates/templates.vocabulary';
import { model, Schema, type Types } from 'mongoose';

/** The text of a model as it stood at a moment; never changed afterwards. */
export interface DocumentVersionRecord {
  _id: Types.ObjectId;
  templateId: Types.ObjectId;
  number: number;
  origin: VersionOrigin;
  name: string;
  at: Date;
  by: PersonRef | null;
  authors: PersonRef[];
  validated: number | null;
  /** A ProseMirror document of the schema of documents. */
  content: Record<string, unknown>;
}

const { Mixed, ObjectId } = Schema.Types;
const version = new Schema<DocumentVersionRecord>(
  {
    templateId: { type: ObjectId, required: true },
    number: { type: Number, required: true },
    origin: { type: String, enum: VERSION_ORIGINS, required: true },
    name: { type: String, default: '' },
    at: { type: Date, required: true },
    by: { type: Mixed, default: null },
    authors: { type: [Mixed], default: [] } as never,
    validated: { type: Number, default: null },
    content: { type: Mixed, required: true },
  },
  { collection: 'document_versions', versionKey: false, minimize: false },
);
// Two who keep a version at once get a number each.
version.index({ templateId: 1, number: -1 }, { unique: true });
// A number is validated once, whoever else validates at the same instant.
version.index({ templateId: 1, validated: 1 }, { unique: true, partialFilterExpression: { validated: { $type: 'number' } } });

export const DocumentVersionModel = model<DocumentVersionRecord>('DocumentVersion', version);
