import type { Node } from '@tiptap/pm/model';
import type { ExportedComment } from './exported-document.ts';

/** Where a comment begins or ends within a block of text. */
export interface CommentEdge {
  /** Rank of the comment in the list. */
  comment: number;
  pos: number;
  edge: 'start' | 'end';
}

interface TextBlock {
  start: number;
  end: number;
}

/** Every block of text of a document with the positions its text goes from and to, in order. */
export const textBlocks = (doc: Node): TextBlock[] => {
  const blocks: TextBlock[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) blocks.push({ start: pos + 1, end: pos + 1 + node.content.size });
    return !node.isTextblock;
  });
  return blocks;
};

/**
 * The edges of comments by the start of the block they fall in. A comment whose place is no longer within a text is brought to
 * the nearest text that follows, or to the last one: none is lost.
 */
export const commentPlaces = (doc: Node, comments: readonly ExportedComment[]): Map<number, CommentEdge[]> => {
  const blocks = textBlocks(doc);
  const places = new Map<number, CommentEdge[]>();
  const last = blocks.at(-1);
  if (!last) return places;
  const put = (block: TextBlock, edge: CommentEdge): void => {
    places.set(block.start, [...(places.get(block.start) ?? []), edge]);
  };
  comments.forEach(({ from, to }, comment) => {
    const first = blocks.find(({ end }) => end >= from) ?? last;
    const start = Math.min(Math.max(from, first.start), first.end);
    const final = blocks.findLast((block) => block.start <= to && block.start >= first.start) ?? first;
    put(first, { comment, pos: start, edge: 'start' });
    put(final, { comment, pos: Math.max(start, Math.min(to, final.end)), edge: 'end' });
  });
  return places;
};
