import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
import type { CommentEdge } from '../comment-places.ts';
import type { ContentsEntry } from '../contents-entries.ts';
import type { LoadedDocument } from '../exported-document.ts';
import { printed } from '../printed-text.ts';
import type { HeadingPlace } from './heading-numbering.ts';
import type { ListNumbering, ListPlace } from './list-numbering.ts';

/** What the blocks of a Word file need to know of the whole document. */
export interface WordContext {
  document: LoadedDocument;
  /** By the position of the heading. */
  headings: ReadonlyMap<number, ContentsEntry & { place: HeadingPlace | null }>;
  /** By the start of the block of text they fall in. */
  commentEdges: ReadonlyMap<number, CommentEdge[]>;
  /** Proposals about the paragraph mark that ends a block of text, by the start of its text. */
  proposedMarks: ReadonlyMap<number, { insertion: Proposal | null; deletion: Proposal | null }>;
  lists: ListNumbering;
  nextRevision: () => number;
  /** Of bookmarks and drawings. */
  nextId: () => number;
}

/** What surrounds a block. */
export interface Surroundings {
  /** How deep in lists it stands; 0 outside of them. */
  depth: number;
  /** Number or bullet the first paragraph of an item takes. */
  item?: ListPlace;
  /** The last of a list that stands in none: what follows is no item. */
  endsList?: boolean;
  quote?: boolean;
  afterTable?: boolean | undefined;
  cell?: { header: boolean };
}

/** Who proposed a change and when, as Word writes it; a change has a number of its own. */
export const tracked = ({ authorName, at }: Proposal, context: WordContext): { id: number; author: string; date: string } => {
  const date = new Date(at);
  return {
    id: context.nextRevision(),
    author: printed(authorName) || 'Anonyme',
    // Word reads no fraction of a second.
    date: `${(Number.isNaN(date.getTime()) ? new Date(context.document.date) : date).toISOString().slice(0, 19)}Z`,
  };
};
