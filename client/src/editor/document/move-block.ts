import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';

export type Direction = 'up' | 'down';

/** Neighbours `from..middle` and `middle..to` are to change places; the selection is in one of them. */
interface Swap {
  from: number;
  middle: number;
  to: number;
}

const levelOf = (node: Node | null): number | null => (node?.type.name === 'heading' ? (node.attrs.level as number) : null);

/** Index after the last block of the article that begins at `index`; the next block's where none begins there. */
const endOf = (doc: Node, index: number): number => {
  const level = levelOf(doc.child(index));
  let end = index + 1;
  if (level === null) return end;
  for (; end < doc.childCount; end++) {
    const next = levelOf(doc.child(end));
    if (next !== null && next <= level) break;
  }
  return end;
};

/** Index of what stands just above: for an article the article before it, or the title it is the first part of. */
const startAbove = (doc: Node, index: number): number => {
  const level = levelOf(doc.child(index));
  if (level === null) return index - 1;
  for (let above = index - 1; above > 0; above--) {
    const other = levelOf(doc.child(above));
    if (other !== null && other <= level) return above;
  }
  return 0;
};

/** Index after what stands just below: the whole article of the same rank, or the title and text of a higher one, whose first part it becomes. */
const endBelow = (doc: Node, start: number, end: number): number => {
  const level = levelOf(doc.child(start));
  const below = levelOf(doc.child(end));
  if (level === null || below === null) return level === null ? end + 1 : endOf(doc, end);
  if (below >= level) return endOf(doc, end);
  let after = end + 1;
  while (after < doc.childCount && levelOf(doc.child(after)) === null) after += 1;
  return after;
};

const positionOf = (parent: Node, index: number, start: number): number => {
  let position = start;
  for (let each = 0; each < index; each++) position += parent.child(each).nodeSize;
  return position;
};

const swapAmongBlocks = ({ doc, selection }: EditorState, direction: Direction): Swap | null => {
  const start = selection.$from.index(0);
  const end = Math.max(endOf(doc, start), selection.$to.indexAfter(0));
  if (direction === 'up' && start === 0) return null;
  if (direction === 'down' && end >= doc.childCount) return null;
  const indexes = direction === 'up' ? [startAbove(doc, start), start, end] : [start, end, endBelow(doc, start, end)];
  const [from, middle, to] = indexes.map((index) => positionOf(doc, index, 0)) as [number, number, number];
  return { from, middle, to };
};

/** An item moves within its list; at its edge the whole list moves. */
const swapAmongItems = ({ selection: { $from, $to } }: EditorState, direction: Direction): Swap | null => {
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type.name !== 'listItem') continue;
    const list = $from.node(depth - 1);
    const index = $from.index(depth - 1);
    const other = direction === 'up' ? index - 1 : index + 1;
    if ($to.depth < depth || $to.before(depth) !== $from.before(depth) || other < 0 || other >= list.childCount) return null;
    const first = Math.min(index, other);
    const start = $from.start(depth - 1);
    return {
      from: positionOf(list, first, start),
      middle: positionOf(list, first + 1, start),
      to: positionOf(list, first + 2, start),
    };
  }
  return null;
};

/** The step that moves the blocks under the caret up or down; null where they cannot go further. An article moves with its parts. */
export const moveBlock = (state: EditorState, direction: Direction): Transaction | null => {
  const swap = swapAmongItems(state, direction) ?? swapAmongBlocks(state, direction);
  if (!swap) return null;
  const { doc, selection, tr } = state;
  const { from, middle, to } = swap;
  // What moves is deleted and written again; the neighbour, which others may be typing in, stays where it is.
  const moved = direction === 'up' ? doc.slice(middle, to).content : doc.slice(from, middle).content;
  const offset = direction === 'up' ? from - middle : to - middle;
  if (direction === 'up') tr.delete(middle, to).insert(from, moved);
  else tr.insert(to, moved).delete(from, middle);
  const isNode = selection instanceof NodeSelection;
  tr.setSelection(
    isNode
      ? NodeSelection.create(tr.doc, selection.from + offset)
      : TextSelection.create(tr.doc, selection.anchor + offset, selection.head + offset),
  );
  return tr.scrollIntoView();
};

/** Moves the block under the caret, an article with its parts. @returns whether it could */
export const runMove = (editor: Editor, direction: Direction): boolean => {
  const transaction = moveBlock(editor.state, direction);
  if (transaction) editor.view.dispatch(transaction);
  return transaction !== null;
};

/** Alt and an arrow move what the caret is in: what a hand does with the handle. */
export const MoveBlock = Extension.create<{ onMove: (direction: Direction, moved: boolean) => void }>({
  name: 'moveBlock',
  addOptions: () => ({ onMove: () => {} }),
  addKeyboardShortcuts() {
    const move = (direction: Direction) => () => {
      this.options.onMove(direction, runMove(this.editor, direction));
      // At the edge nothing moves, and the caret does not jump either.
      return true;
    };
    return { 'Alt-ArrowUp': move('up'), 'Alt-ArrowDown': move('down') };
  },
});
