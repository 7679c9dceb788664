import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { ComparedBlock, VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import type { Types } from 'mongoose';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { unknownCursor } from '../../platform/cursor.ts';
import { compareDocuments } from './compare-documents.ts';
import { DocumentVersionModel, type DocumentVersionRecord } from './document-version.model.ts';
import { presentVersion } from './templates.presenter.ts';
import { readableTemplate } from './templates.queries.ts';

/** @throws AppError `not-found` */
export const storedVersion = async (templateId: Types.ObjectId, number: number): Promise<DocumentVersionRecord> => {
  const version = await DocumentVersionModel.findOne({ templateId, number }).lean<DocumentVersionRecord>();
  if (!version) throw new AppError('not-found');
  return version;
};

/** Which version was kept when a model was validated for the nth time; null while it is not yet. */
export const validatedNumber = async (templateId: Types.ObjectId, validated: number): Promise<number | null> => {
  const version = await DocumentVersionModel.findOne({ templateId, validated }, { _id: 0, number: 1 }).lean<DocumentVersionRecord>();
  return version?.number ?? null;
};

/** A model's versions, the last first. @throws AppError `not-found`, `invalid-input` (a cursor that is none of ours) */
export const listVersions = async (
  actor: Actor,
  { id, cursor, limit = PAGE_SIZE }: { id: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: VersionItem[]; nextCursor: string | null }> => {
  const { template } = await readableTemplate(actor, id);
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw unknownCursor();
  const before = cursor ? { number: { $lt: Number(cursor) } } : {};
  const versions = await DocumentVersionModel.find({ templateId: template._id, ...before }, { content: 0 })
    .sort({ number: -1 })
    .limit(limit + 1)
    .lean<DocumentVersionRecord[]>();
  const page = versions.slice(0, limit);
  const last = versions.length > limit ? page.at(-1) : undefined;
  return { items: page.map((version) => presentVersion(version, template.validatedCount)), nextCursor: last ? String(last.number) : null };
};

/** A version and its text. @throws AppError `not-found` */
export const getVersion = async (actor: Actor, { id, number }: { id: string; number: number }) => {
  const { template } = await readableTemplate(actor, id);
  const version = await storedVersion(template._id, number);
  return { ...presentVersion(version, template.validatedCount), content: version.content as { type: 'doc' } };
};

/** What changed from one version to another, or to the present text. @throws AppError `not-found` */
export const compareVersions = async (
  actor: Actor,
  { id, from, to }: { id: string; from: number; to?: number | undefined },
  documents: LiveDocuments,
): Promise<{ blocks: ComparedBlock[]; changes: number }> => {
  const { template } = await readableTemplate(actor, id);
  const textOf = async (number: number) => documentSchema.nodeFromJSON((await storedVersion(template._id, number)).content);
  const [before, after] = await Promise.all([textOf(from), to ? textOf(to) : documents.read(template.documentId).then(contentOf)]);
  const blocks = compareDocuments(before, after);
  return { blocks, changes: blocks.filter(({ change }) => change !== 'kept').length };
};
