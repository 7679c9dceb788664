import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

const isHeading = (node: Node): boolean => node.type.name === 'heading';

const withId = (transaction: Transaction, pos: number, node: Node): void => {
  transaction.setNodeMarkup(pos, undefined, { ...node.attrs, id: crypto.randomUUID() }, node.marks);
};

/** Gives a name to headings that have none, and another one to the second of two that bear the same. */
const nameHeadings = (state: EditorState): Transaction | null => {
  const seen = new Map<string, { node: Node; pos: number }>();
  const { tr, storedMarks } = state;
  state.doc.forEach((node, pos) => {
    if (!isHeading(node)) return;
    const twin = node.attrs.id ? seen.get(node.attrs.id) : undefined;
    // Enter at the beginning of a title leaves an empty one above: the title keeps its name.
    const keeps = twin?.node.content.size === 0 && node.content.size > 0;
    if (twin && keeps) withId(tr, twin.pos, twin.node);
    if (node.attrs.id && (!twin || keeps)) seen.set(node.attrs.id, { node, pos });
    else withId(tr, pos, node);
  });
  return tr.docChanged ? tr.setStoredMarks(storedMarks) : null;
};

const idsIn = (doc: Node): Set<string> => {
  const ids = new Set<string>();
  doc.forEach((node) => {
    if (isHeading(node) && node.attrs.id) ids.add(node.attrs.id);
  });
  return ids;
};

/** What is cut and pasted keeps its name, so that links and comments follow it; a copy beside the original gets its own. */
const withoutTakenIds = (content: Fragment, taken: Set<string>): Fragment => {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const isTaken = isHeading(node) && taken.has(node.attrs.id);
    nodes.push(isTaken ? node.type.create({ ...node.attrs, id: null }, node.content, node.marks) : node);
  });
  return Fragment.from(nodes);
};

/** Names the headings of what is written here; what others write they name themselves, or two names would meet. */
export const HeadingIds = Extension.create({
  name: 'headingIds',
  priority: 900,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('headingIds'),
        appendTransaction: (transactions, before, after) => {
          const written = transactions.some((transaction) => transaction.docChanged && !isChangeOrigin(transaction));
          return written && editor.isEditable && !before.doc.eq(after.doc) ? nameHeadings(after) : null;
        },
        props: {
          transformPasted: (slice, view) =>
            new Slice(withoutTakenIds(slice.content, idsIn(view.state.doc)), slice.openStart, slice.openEnd),
        },
      }),
    ];
  },
});
