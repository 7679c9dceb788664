import JSZip from 'jszip';
import mammoth from 'mammoth';
import { unreadable, type WordParts } from './open-word-file.ts';

/** A node of what mammoth reads, as much of it as is used here. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  alignment?: string | null;
  indent?: { start: string | null };
  numbering?: { isOrdered: boolean; level: string } | null;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderline?: boolean;
  isStrikethrough?: boolean;
  highlight?: string | null;
  href?: string;
  anchor?: string;
  breakType?: string;
  name?: string;
  checked?: boolean;
  colSpan?: number;
  rowSpan?: number;
  isHeader?: boolean;
  altText?: string;
  contentType?: string;
  readAsBuffer?: () => Promise<Buffer>;
  noteType?: string;
  noteId?: string;
  notes?: { resolve: (note: WordNode) => { body: WordNode[] } | null };
}

const repacked = (parts: WordParts): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [path, content] of parts) zip.file(path, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
};

/**
 * A Word file as a tree of paragraphs, runs and tables. Its HTML, which mammoth is made for, would lose alignment, header rows and
 * page breaks: the tree is taken before. Nothing outside of the file is read.
 * @throws AppError `unsupported-document`
 */
export const readWordTree = async (parts: WordParts): Promise<WordNode> => {
  let tree: WordNode | undefined;
  const keep = (document: WordNode): WordNode => {
    tree = document;
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer: await repacked(parts) },
      { transformDocument: keep, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
  } catch (cause) {
    throw unreadable('Ce document Word est endommagé\u00a0: ouvrez-le dans Word, enregistrez-le, puis réessayez.', cause);
  }
  if (!tree) throw unreadable('Ce document Word est vide.');
  return tree;
};
