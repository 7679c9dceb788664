import type { OutlineEntry } from '@beffroi/shared/collab/document-outline';
import { outlineOf } from '@beffroi/shared/collab/document-outline';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

interface Numbers {
  /** The headings in order, each the very node of the document: the same nodes bear the same numbers. */
  headings: Node[];
  outline: OutlineEntry[];
  decorations: DecorationSet;
}

const key = new PluginKey<Numbers>('articleNumbers');

const headingsOf = (doc: Node): Node[] => {
  const found: Node[] = [];
  doc.forEach((node) => {
    if (node.type.name === 'heading') found.push(node);
  });
  return found;
};

const numbered = (doc: Node, headings: Node[]): Numbers => {
  const outline = outlineOf(doc);
  const decorations = outline.map(({ number, pos, id }, index) =>
    Decoration.node(pos, pos + (headings[index] as Node).nodeSize, {
      ...(number && { 'data-number': number }),
      ...(id && { id: `article-${id}` }),
    }),
  );
  return { headings, outline, decorations: DecorationSet.create(doc, decorations) };
};

const sameNodes = (before: Node[], after: Node[]): boolean =>
  before.length === after.length && before.every((node, index) => node === after[index]);

const apply = (transaction: Transaction, before: Numbers): Numbers => {
  if (!transaction.docChanged) return before;
  const { doc } = transaction;
  const headings = headingsOf(doc);
  // Between headings the numbers are only carried along. A change of others replaces the whole document, which maps to nothing.
  if (sameNodes(before.headings, headings)) {
    const decorations = before.decorations.map(transaction.mapping, doc);
    if (decorations.find().length === headings.length) return { ...before, decorations };
  }
  return numbered(doc, headings);
};

/** Shows the number of each article beside its title: computed from its place, so that it follows every move and is never text. */
export const ArticleNumbers = Extension.create({
  name: 'articleNumbers',
  addProseMirrorPlugins: () => [
    new Plugin<Numbers>({
      key,
      state: {
        init: (_config, { doc }) => numbered(doc, headingsOf(doc)),
        apply,
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
    }),
  ],
});

/** The nodes of the headings as they stand: the same array while none of them changed. */
export const headingNodes = (state: EditorState): readonly Node[] => key.getState(state)?.headings ?? [];
