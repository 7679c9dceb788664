import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Actor } from '@beffroi/shared/core/actor';
import type { VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import { canEditDocument } from '@beffroi/shared/features/templates/templates.policy';
import type { Doc } from 'yjs';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { contentOf, writeContent } from '../../../collab/document-content.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { templateIn } from '../change-template.ts';
import { storedVersion } from '../document-versions.queries.ts';
import { keepVersion } from '../keep-version.ts';
import { TemplateModel, type TemplateRecord } from '../template.model.ts';
import { presentVersion } from '../templates.presenter.ts';

/**
 * Writes the text of a version as the present one, changing only what differs. What stood is kept as a version first, and again if
 * others wrote before it was replaced, so that nothing is erased.
 * @returns the version made of the restored text
 * @throws AppError `not-found`, `forbidden`
 */
export const restoreVersion = async (
  actor: Actor,
  { id, number }: { id: string; number: number },
  documents: LiveDocuments,
): Promise<VersionItem> => {
  const { template } = await templateIn(actor, id, canEditDocument);
  const stored = await storedVersion(template._id, number);
  const by = await personRef(actor.personId);
  const content = documentSchema.nodeFromJSON(stored.content);
  const before = await keepVersion(template, documents, { origin: 'before-restore', by });
  const replace = (doc: Doc) => {
    const replaced = contentOf(doc);
    writeContent(doc, content);
    return replaced;
  };
  const replaced = await documents.edit(template.documentId, replace, [actor.personId]);
  if (!replaced.eq(documentSchema.nodeFromJSON(before.content))) {
    const written = (await TemplateModel.findById(template._id).lean<TemplateRecord>()) ?? template;
    await keepVersion(written, documents, { origin: 'before-restore', by }, replaced);
  }
  const kept = await keepVersion({ ...template, writers: [by] }, documents, { origin: 'restored', by, name: `Version ${number}` }, content);
  return presentVersion(kept, template.validatedCount);
};
