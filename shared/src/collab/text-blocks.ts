import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import type { BreakProposal } from './suggestion-marks.ts';

/** A paragraph or a heading, where it stands. */
export interface TextBlock {
  node: Node;
  pos: number;
}

export const startOf = ({ pos }: TextBlock): number => pos + 1;
export const endOf = ({ node, pos }: TextBlock): number => pos + node.nodeSize - 1;

/** What may stand between two blocks that a join closes and opens; a table, an image or a page break parts them for good. */
const CROSSED = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'paragraph', 'heading']);

/** The block of text before a position, wherever it stands. */
export const textBlockBefore = (doc: Node, pos: number): TextBlock | null => {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth >= 0; depth--) {
    const index = $pos.index(depth);
    if (index === 0) continue;
    let node = $pos.node(depth).child(index - 1);
    let end = $pos.posAtIndex(index, depth);
    while (!node.isTextblock) {
      if (!node.lastChild) return null;
      end -= 1;
      node = node.lastChild;
    }
    return { node, pos: end - node.nodeSize };
  }
  return null;
};

/** The block of text that begins at or after a position between blocks. */
export const textBlockAfter = (doc: Node, pos: number): TextBlock | null => {
  let found: TextBlock | null = null;
  doc.nodesBetween(pos, doc.content.size, (node, at) => {
    if (found || at < pos) return !found;
    if (node.isTextblock) found = { node, pos: at };
    return !found;
  });
  return found;
};

/** Whether nothing but the ends and beginnings of text blocks, lists and quotations parts the two: one can be joined to the other. */
export const mayJoin = (doc: Node, before: TextBlock | null, after: TextBlock | null): boolean => {
  if (!before || !after) return false;
  const [from, to] = [endOf(before), startOf(after)];
  let free = true;
  doc.nodesBetween(from, to, (node, pos) => {
    const touched = pos >= from || pos + node.nodeSize <= to;
    if (touched && !CROSSED.has(node.type.name)) free = false;
    return free;
  });
  return free;
};

/** Joins a block to the one before it, whose form the result has unless `ownForm`. */
export const joinBlocks = (transform: Transform, before: TextBlock, after: TextBlock, ownForm = false): void => {
  const kept = transform.doc.nodeAt(before.pos) as Node;
  const form = transform.doc.nodeAt(after.pos) as Node;
  transform.delete(endOf(before), startOf(after));
  const $before = transform.doc.resolve(before.pos);
  const fits = $before.parent.canReplaceWith($before.index(), $before.index() + 1, form.type);
  if (!ownForm || !fits) return;
  // The form goes on to whatever the result is joined to, whichever of the two is decided first.
  const passedOn = (one: BreakProposal | null) => one && { ...one, form: 'own' };
  const { insertedBreak, deletedBreak } = kept.attrs;
  transform.setNodeMarkup(before.pos, form.type, {
    ...form.attrs,
    insertedBreak: passedOn(insertedBreak),
    deletedBreak: passedOn(deletedBreak),
  });
};

/** Takes an empty block away, and the list it was alone in. False where its parent must have one. */
export const removeEmptyBlock = (transform: Transform, pos: number): boolean => {
  const $pos = transform.doc.resolve(pos);
  if ($pos.nodeAfter?.content.size !== 0) return false;
  for (let { depth } = $pos; depth >= 0; depth--) {
    const index = $pos.index(depth);
    if (!$pos.node(depth).canReplace(index, index + 1)) continue;
    const start = $pos.posAtIndex(index, depth);
    transform.delete(start, start + $pos.node(depth).child(index).nodeSize);
    return true;
  }
  return false;
};
