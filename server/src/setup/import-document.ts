import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { showsSomething } from '@beffroi/shared/core/visible-text';
import { DOCX_BYTES_MAX } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { TEMPLATE_LIMITS } from '@beffroi/shared/features/templates/templates.contract';
import { canCreateTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { TemplateKind } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { LiveDocuments } from '../collab/collab-feature.ts';
import { readableClub } from '../features/clubs/known-clubs.queries.ts';
import { importComments } from '../features/comments/commands/import-comments.ts';
import { readWordFile } from '../features/document-exports/convert.ts';
import type { ImportedDocument } from '../features/document-exports/reading/imported-document.ts';
import { depositImage } from '../features/images/commands/deposit-image.ts';
import { createTemplate } from '../features/templates/commands/create-template.ts';
import type { FileStore } from '../platform/files.ts';

export interface DocumentToImport {
  slug: string;
  file: File;
  kind: TemplateKind;
  idempotencyKey?: string | undefined;
}

interface Services {
  files: FileStore;
  liveDocuments: LiveDocuments;
}

/** What the file calls itself, or the name it was given. */
const titleOf = (title: string | null, name: string): string => {
  const candidates = [title ?? '', name.replace(/\.docx$/i, '').replace(/_/g, ' ')];
  const found = candidates
    .map((each) =>
      each
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find(showsSomething);
  return [...(found ?? 'Document importé')].slice(0, TEMPLATE_LIMITS.title).join('').trim();
};

/** Deposits what the text shows and gives its images their addresses. */
const deposited = async (actor: Actor, slug: string, { content, images }: ImportedDocument, files: FileStore) => {
  const addresses = new Map<string, string>();
  for (const { data, type, placeholder } of images) {
    const { url } = await depositImage(actor, { slug, file: new Blob([new Uint8Array(data)], { type }) }, files);
    addresses.set(placeholder, url);
  }
  const text = JSON.stringify(content, (key, value) => (key === 'src' ? (addresses.get(value) ?? null) : value));
  return documentSchema.nodeFromJSON(JSON.parse(text));
};

/**
 * Begins a model with what a Word file says. It crosses features (images, models, comments), so the application composes it.
 * @throws AppError `not-found`, `forbidden`, `too-large`, `unsupported-document`, `unavailable`
 */
export const importDocument = async (
  actor: Actor,
  { slug, file, kind, idempotencyKey }: DocumentToImport,
  { files, liveDocuments }: Services,
) => {
  // Before any work is done for somebody who may not ask for it.
  if (!canCreateTemplate(actor, readableClub(actor, slug))) throw new AppError('forbidden');
  if (file.size > DOCX_BYTES_MAX)
    throw new AppError('too-large', { detail: `Document trop lourd\u00a0: ${DOCX_BYTES_MAX / 1024 / 1024}\u00a0Mo au plus.` });
  const read = await readWordFile(new Uint8Array(await file.arrayBuffer()), { personId: actor.personId });
  const content = await deposited(actor, slug, read, files);
  const input = { slug, kind, title: titleOf(read.title, file.name), summary: '', tags: [], idempotencyKey };
  const { id, documentId, title } = await createTemplate(actor, input, liveDocuments, content);
  await importComments(actor, { id, content, comments: read.comments }, liveDocuments);
  return { id, documentId, title, dropped: read.dropped };
};
