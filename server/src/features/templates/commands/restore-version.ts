import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Actor } from '@beffroi/shared/core/actor';
import type { VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import { canEditDocument } from '@beffroi/shared/features/templates/templates.policy';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { writeContent } from '../../../collab/document-content.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { templateIn } from '../change-template.ts';
import { storedVersion } from '../document-versions.queries.ts';
import { keepVersion } from '../keep-version.ts';
import { presentVersion } from '../templates.presenter.ts';

/**
 * Writes the text of a version as the present one, changing only what differs. What stood is kept as a version first, so that nothing
 * is erased.
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
  await keepVersion(template, documents, { origin: 'before-restore', by });
  await documents.edit(template.documentId, (doc) => writeContent(doc, content), [actor.personId]);
  const kept = await keepVersion({ ...template, writers: [by] }, documents, { origin: 'restored', by, name: `Version ${number}` }, content);
  return presentVersion(kept, template.validatedCount);
};
