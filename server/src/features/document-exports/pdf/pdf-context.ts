import type { CommentEdge } from '../comment-places.ts';
import type { ContentsEntry } from '../contents-entries.ts';
import type { LoadedDocument } from '../exported-document.ts';
import type { PdfPart } from './pdf-structure.ts';

export const NAVY = '#1b2f4b';
export const GREY = '#5b6470';
export const LINE = '#9aa5b1';
export const ADDED = '#12683c';
export const REMOVED = '#b3261e';
export const MARKED = '#fdf1c7';

/** Points between the margins of an A4 page. */
export const TEXT_WIDTH = 595.28 - 2 * 72;
/** What a block that must not be cut may be as tall as. */
export const TEXT_HEIGHT = 841.89 - 2 * 72;

/** What the blocks of a PDF need to know of the whole document. */
export interface PdfContext {
  document: LoadedDocument;
  /** By the position of the heading; `parent` is the anchor of the heading above it. */
  headings: ReadonlyMap<number, ContentsEntry & { parent?: string }>;
  commentEdges: ReadonlyMap<number, CommentEdge[]>;
  /** Comments open at this point of the writing: a highlight may run over several blocks. */
  open: Set<number>;
}

/** What surrounds a block: how wide it may be, how deep in lists it stands. */
export interface PdfSurroundings {
  width: number;
  depth: number;
  /** The part of the document it stands in. */
  part: PdfPart;
  header?: boolean;
  cell?: boolean;
}
