import { outlineOf } from '@beffroi/shared/collab/document-outline';
import type { Node } from '@tiptap/pm/model';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { objectId } from '../../platform/object-id.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';

/** What stands under one title of a model. */
export interface TemplateSection {
  id: string | null;
  /** « Article 3 – Délais ». */
  name: string;
  /** The title and what follows it, as far as the next one. */
  text: string;
}

const sectionsOf = (content: Node): TemplateSection[] => {
  const outline = outlineOf(content);
  return outline.map(({ id, number, text, pos }, index) => ({
    id,
    name: number ? `${number} – ${text}` : text,
    text: content.textBetween(pos, outline[index + 1]?.pos ?? content.content.size, '\n', ' '),
  }));
};

/** What search keeps of a model: its summary and all its text, by article; null when it is to be found no more. */
export const searchableTemplate = async (templateId: string, documents: LiveDocuments) => {
  const template = await TemplateModel.findById(objectId(templateId)).lean<TemplateRecord>();
  const club = template && knownClub(template.clubId);
  if (!template || !club || template.deletedAt) return null;
  const { documentId, title, summary, kind, state, tags, changedBy: author, changedAt: at } = template;
  const content = contentOf(await documents.read(documentId));
  const before = content.textBetween(0, outlineOf(content)[0]?.pos ?? content.content.size, '\n', ' ');
  const head = `${summary}\n${before}`;
  return { templateId, clubId: club.id, clubSlug: club.slug, title, head, sections: sectionsOf(content), kind, state, tags, author, at };
};
