import { type OutlineEntry, outlineOf } from '@beffroi/shared/collab/document-outline';
import type { Node } from '@tiptap/pm/model';

/** Where an article ends: after the last paragraph, list or quotation of it, which what is added can be taken back from again. */
interface ArticleEnd {
  pos: number;
  /** « Article 6 – Prix »; empty for the end of the document. */
  name: string;
}

/** Blocks whose text another block can be joined to. */
const JOINED = new Set(['bulletList', 'orderedList', 'blockquote']);

/** « Article 6 – Prix » */
export const headingName = ({ number, text }: OutlineEntry): string => (number ? `${number} – ${text}` : text);

/** Null when no such heading stands in the document any more. */
export const articleEnd = (doc: Node, articleId: string | null): ArticleEnd | null => {
  const outline = outlineOf(doc);
  const at = outline.findIndex(({ id }) => id !== null && id === articleId);
  const heading = outline[at];
  if (articleId !== null && !heading) return null;
  const from = heading?.pos ?? 0;
  const to = heading ? (outline.slice(at + 1).find(({ level }) => level <= heading.level)?.pos ?? doc.content.size) : doc.content.size;
  let pos: number | null = null;
  doc.forEach((node, offset) => {
    if (offset >= from && offset < to && (node.isTextblock || JOINED.has(node.type.name))) pos = offset + node.nodeSize;
  });
  return pos === null ? null : { pos, name: heading ? headingName(heading) : '' };
};
