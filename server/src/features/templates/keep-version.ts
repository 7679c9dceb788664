import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { imagesOf, type RichText } from '@beffroi/shared/core/rich-text';
import type { VersionOrigin } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { Node } from '@tiptap/pm/model';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { publish } from '../../platform/events.ts';
import { DocumentVersionModel, type DocumentVersionRecord } from './document-version.model.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';

interface NewVersion {
  origin: VersionOrigin;
  by: PersonRef | null;
  name?: string;
  validated?: number | null;
}

/** Others who keep a version at the same instant take the number first: asked again this often. */
const ATTEMPTS = 20;

const insert = async (template: TemplateRecord, content: Node, { origin, by, name = '', validated = null }: NewVersion) => {
  const { _id: templateId, writers: authors } = template;
  for (let attempt = 1; ; attempt++) {
    const last = await DocumentVersionModel.findOne({ templateId }, { number: 1 }).sort({ number: -1 }).lean<DocumentVersionRecord>();
    const version = { templateId, number: (last?.number ?? 0) + 1, origin, name, at: now(), by, authors, validated };
    try {
      const saved = await DocumentVersionModel.create({ ...version, content: content.toJSON() });
      return saved.toObject() as DocumentVersionRecord;
    } catch (error) {
      if (!isDuplicate(error) || attempt === ATTEMPTS || (validated !== null && (await validatedVersion(template)))) throw error;
    }
  }
};

const validatedVersion = ({ _id: templateId, validatedCount }: TemplateRecord) =>
  DocumentVersionModel.exists({ templateId, validated: validatedCount });

/**
 * Keeps this text, or the present one, as the next version. Who wrote since the version before is named as its author; what is written
 * while this runs counts for the next one.
 */
export const keepVersion = async (
  template: TemplateRecord,
  documents: LiveDocuments,
  version: NewVersion,
  content?: Node,
): Promise<DocumentVersionRecord> => {
  const kept = await insert(template, content ?? contentOf(await documents.read(template.documentId)), version);
  const imageIds = imagesOf(kept.content as unknown as RichText);
  await publish('templates.version.kept', { templateId: template._id.toHexString(), clubId: template.clubId, imageIds });
  const ids = template.writers.map(({ id }) => id);
  await TemplateModel.updateOne({ _id: template._id }, { $pull: { writers: { id: { $in: ids } } } });
  await TemplateModel.updateOne({ _id: template._id, changedAt: template.changedAt }, { $unset: { unversioned: 1 } });
  return kept;
};

/** Keeps the text that was validated under its number; once, however often it is called. */
export const keepValidatedVersion = async (template: TemplateRecord, documents: LiveDocuments): Promise<void> => {
  if (await validatedVersion(template)) return;
  const by = template.trail.at(-1)?.by ?? null;
  try {
    await keepVersion(template, documents, { origin: 'validated', by, validated: template.validatedCount });
  } catch (error) {
    // Another process settled it at the same instant.
    if (!(await validatedVersion(template))) throw error;
  }
};
