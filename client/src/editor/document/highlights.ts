import { type Anchor, type Passage, passageOf, passageOfQuote, placesOf } from '@beffroi/shared/collab/anchors';
import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import { type Editor, Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';

/** A commented passage: where it is anchored, and what it said. */
export interface Commented {
  id: string;
  anchor: Anchor;
  quote: string;
}
/** What is looked at, in the text or in the margin. */
export type Active = { kind: 'comment' | 'proposal'; id: string } | null;

interface Highlights {
  commented: Commented[];
  /** Null once its text is gone. */
  passages: Map<string, Passage | null>;
  active: Active;
  decorations: DecorationSet;
}
type Act = { commented: Commented[] } | { active: Active };

const key = new PluginKey<Highlights>('highlights');

const hasProposal = (node: Node, id: string): boolean =>
  node.marks.some(({ type, attrs }) => (type.name === 'insertion' || type.name === 'deletion') && attrs.id === id);

const located = (state: EditorState, content: Node, commented: Commented[]): Map<string, Passage | null> => {
  const doc = ySyncPluginKey.getState(state)?.doc as Doc | undefined;
  if (!doc || commented.length === 0) return new Map();
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const places = placesOf(fragment);
  return new Map(commented.map(({ id, anchor, quote }) => [id, passageOf(fragment, anchor, places) ?? passageOfQuote(content, quote)]));
};

const decorate = (content: Node, { commented, passages, active }: Omit<Highlights, 'decorations'>): DecorationSet => {
  const decorations = commented.flatMap(({ id }) => {
    const passage = passages.get(id);
    const isActive = active?.kind === 'comment' && active.id === id;
    if (!passage || passage.to > content.content.size) return [];
    return Decoration.inline(passage.from, passage.to, { class: isActive ? 'commented commented-active' : 'commented' }, { commentId: id });
  });
  if (active?.kind === 'proposal')
    content.descendants((node, pos) => {
      if (node.isText && hasProposal(node, active.id))
        decorations.push(Decoration.inline(pos, pos + node.nodeSize, { class: 'proposal-active' }));
    });
  return DecorationSet.create(content, decorations);
};

const moved = (passages: Highlights['passages'], map: (pos: number, assoc: number) => number): Highlights['passages'] =>
  new Map(
    [...passages].map(([id, passage]) => {
      const next = passage && { from: map(passage.from, 1), to: map(passage.to, -1) };
      return [id, next && next.from < next.to ? next : null];
    }),
  );

/** What stands at a place of the text: the proposal there, or the shortest commented passage. */
const standingAt = (state: EditorState, pos: number): Active => {
  const $pos = state.doc.resolve(pos);
  for (const node of [$pos.nodeBefore, $pos.nodeAfter]) {
    const mark = node?.marks.find(({ type }) => type.name === 'insertion' || type.name === 'deletion');
    if (mark) return { kind: 'proposal', id: String(mark.attrs.id) };
  }
  const around = [...(key.getState(state)?.passages ?? [])].filter(([, passage]) => passage && passage.from <= pos && passage.to >= pos);
  const [nearest] = around.sort(([, a], [, b]) => (a as Passage).to - (a as Passage).from - ((b as Passage).to - (b as Passage).from));
  return nearest ? { kind: 'comment', id: nearest[0] } : null;
};

/** Shows commented passages and what is looked at; says what the caret enters. */
export const HighlightedPassages = Extension.create<{ onEntered: (active: Active) => void }>({
  name: 'highlightedPassages',
  addOptions: () => ({ onEntered: () => {} }),
  addProseMirrorPlugins() {
    const { onEntered } = this.options;
    return [
      new Plugin<Highlights>({
        key,
        state: {
          init: () => ({ commented: [], passages: new Map(), active: null, decorations: DecorationSet.empty }),
          apply(transaction, before, old, { doc: content }) {
            const act = transaction.getMeta(key) as Act | undefined;
            if (!act && !transaction.docChanged) return before;
            const next = { ...before, ...act };
            // What others write replaces more than it changes: only the anchors know where a passage went.
            const isAnew = (act && 'commented' in act) || (transaction.docChanged && isChangeOrigin(transaction));
            if (isAnew) next.passages = located(old, content, next.commented);
            else if (transaction.docChanged) next.passages = moved(before.passages, (pos, assoc) => transaction.mapping.map(pos, assoc));
            // One's own keys move what is shown; only a proposal looked at may grow under them.
            const isMoved = !act && !isAnew && next.active?.kind !== 'proposal';
            return { ...next, decorations: isMoved ? before.decorations.map(transaction.mapping, content) : decorate(content, next) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: () => ({
          update(view, before) {
            const { selection } = view.state;
            if (!before.selection.eq(selection) && selection.empty && view.hasFocus()) onEntered(standingAt(view.state, selection.from));
          },
        }),
      }),
    ];
  },
});

/** Whether the commented passages were just looked for: they are known now. */
export const isPlacing = (transaction: Transaction): boolean => 'commented' in ((transaction.getMeta(key) as Act | undefined) ?? {});

const act = ({ view, state }: Editor, meta: Act): void => {
  if (key.getState(state)) view.dispatch(state.tr.setMeta(key, meta).setMeta('addToHistory', false));
};

export const showCommented = (editor: Editor, commented: Commented[]): void => act(editor, { commented });
export const showActive = (editor: Editor, active: Active): void => act(editor, { active });

/** Where the commented passages stand now. */
export const passagesIn = (state: EditorState): ReadonlyMap<string, Passage | null> => key.getState(state)?.passages ?? new Map();
