import { type Passage, passageOf, passageOfQuote, placesOf } from '@beffroi/shared/collab/anchors';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canReadComments } from '@beffroi/shared/features/comments/comments.policy';
import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { isSettled } from '@beffroi/shared/features/templates/templates.policy';
import { TEMPLATE_KIND_LABEL, templateStateLabel } from '@beffroi/shared/features/templates/templates.vocabulary';
import { openDocument } from '../../collab/opened-document.ts';
import type { RequestContext } from '../../http/orpc.ts';
import type { FileStore } from '../../platform/files.ts';
import { imageSizeOf } from '../../platform/image-size.ts';
import { commentsToExport } from '../comments/exported-comments.queries.ts';
import { getImage } from '../images/images.queries.ts';
import { storedVersion, validatedNumber } from '../templates/document-versions.queries.ts';
import { accessTemplate } from '../templates/template-access.queries.ts';
import { type LoadedTemplate, readableTemplate } from '../templates/templates.queries.ts';
import { documentFile } from './document-files.queries.ts';
import type { ExportedComment, ExportedDocument, ExportedImage } from './exported-document.ts';
import { fileName } from './file-name.ts';

type Services = Pick<RequestContext, 'files' | 'liveDocuments'>;
type Written = Pick<ExportedDocument, 'content' | 'comments' | 'stateLabel' | 'draft' | 'date'>;

/** The image at an address of ours, when the actor may see it. */
const imageReader =
  (actor: Actor, files: FileStore) =>
  async (src: string): Promise<ExportedImage | null> => {
    try {
      const { body } = await getImage(actor, src.slice(src.lastIndexOf('/') + 1), files);
      const data = Buffer.from(await body.arrayBuffer());
      return { data, type: body.type, ...(imageSizeOf(data, body.type) ?? { width: 0, height: 0 }) };
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    }
  };

/** The present text, with what is being said of it while nothing is decided: what is validated goes out clean. */
const present = async (actor: Actor, { template }: LoadedTemplate, { liveDocuments }: Services): Promise<Written> => {
  const { fragment, content } = openDocument(await liveDocuments.read(template.documentId));
  const draft = template.state === 'draft' || template.state === 'review';
  const id = template._id.toHexString();
  const { facts } = await accessTemplate(actor, id, () => true);
  const comments: ExportedComment[] = [];
  if (draft && canReadComments(actor, facts)) {
    const places = placesOf(fragment);
    for (const { anchor, quote, ...comment } of await commentsToExport(id)) {
      const passage: Passage = passageOf(fragment, anchor, places) ??
        passageOfQuote(content, quote) ?? { from: content.content.size, to: content.content.size };
      comments.push({ ...comment, ...passage });
    }
  }
  return {
    content,
    comments,
    draft,
    stateLabel: templateStateLabel(template.state, template.validatedCount),
    date: template.changedAt.toISOString(),
  };
};

const ofVersion = async ({ template }: LoadedTemplate, number: number): Promise<Written> => {
  const { content, validated, at } = await storedVersion(template._id, number);
  return {
    content: documentSchema.nodeFromJSON(content),
    comments: [],
    draft: validated === null,
    stateLabel: validated === null ? `Version ${number}` : templateStateLabel('validated', validated),
    date: at.toISOString(),
  };
};

/** What communes rely on is the text that was kept when it was validated; null while it is not, or is not kept yet. */
const settled = async (loaded: LoadedTemplate): Promise<Written | null> => {
  const { _id, state, validatedCount } = loaded.template;
  const number = isSettled(state) ? await validatedNumber(_id, validatedCount) : null;
  return number === null ? null : { ...(await ofVersion(loaded, number)), stateLabel: templateStateLabel(state, validatedCount) };
};

/**
 * A model as a file: its present text, with proposals and comments while it is written, what was validated once it is, or one of its
 * versions.
 * @throws AppError `not-found`, `too-large`, `unavailable`
 */
export const exportTemplate = async (
  actor: Actor,
  { id, format, version }: { id: string; format: ExportFormat; version?: number | undefined },
  services: Services & Pick<RequestContext, 'publicUrl'>,
) => {
  const loaded = await readableTemplate(actor, id);
  const { template, club } = loaded;
  const written = version ? await ofVersion(loaded, version) : ((await settled(loaded)) ?? (await present(actor, loaded, services)));
  const document: ExportedDocument = {
    ...written,
    title: template.title,
    kindLabel: TEMPLATE_KIND_LABEL[template.kind].long,
    clubName: club.name,
    origin: services.publicUrl,
    images: imageReader(actor, services.files),
  };
  return documentFile(document, format, fileName(template.title, written.stateLabel, format));
};
