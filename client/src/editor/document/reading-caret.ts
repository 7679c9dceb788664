import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import classes from './reading-caret.module.css';

interface Step {
  direction: 'forward' | 'backward';
  granularity: 'character' | 'word' | 'line' | 'paragraph' | 'lineboundary';
}

const ALONG: Record<string, Step> = {
  ArrowLeft: { direction: 'backward', granularity: 'character' },
  ArrowRight: { direction: 'forward', granularity: 'character' },
  ArrowUp: { direction: 'backward', granularity: 'line' },
  ArrowDown: { direction: 'forward', granularity: 'line' },
  Home: { direction: 'backward', granularity: 'lineboundary' },
  End: { direction: 'forward', granularity: 'lineboundary' },
};
const FURTHER: Partial<Record<Step['granularity'], Step['granularity']>> = { character: 'word', line: 'paragraph' };

/** Where a key leads, as in a text one writes in; null for a key that does something else. */
export const stepOf = ({ key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): Step | null => {
  const step = ALONG[key];
  if (!step || metaKey || altKey) return null;
  if (!ctrlKey) return step;
  const granularity = FURTHER[step.granularity];
  return granularity ? { ...step, granularity } : null;
};

/** The bar over the text hides this much of it. */
const HIDDEN_TOP = 130;

/** Where one goes from: where the caret is or, once one has read on past it, the head of what is in sight. */
const originOf = (view: EditorView): number => {
  const { head } = view.state.selection;
  const { top } = view.coordsAtPos(head);
  if (top >= 0 && top <= window.innerHeight) return head;
  const { left } = view.dom.getBoundingClientRect();
  return view.posAtCoords({ left: left + 8, top: HIDDEN_TOP })?.pos ?? head;
};

/**
 * Tells the editor at once where the browser's selection stands. It would hear of it a moment later, and put the selection back where
 * it knew it, a key lost, if a change of somebody else came in between.
 */
const take = (view: EditorView, { anchorNode, anchorOffset, focusNode, focusOffset }: Selection): void => {
  if (!anchorNode || !focusNode) return;
  const { doc, tr } = view.state;
  const at = (node: Node, offset: number) => doc.resolve(view.posAtDOM(node, offset));
  view.dispatch(tr.setSelection(TextSelection.between(at(anchorNode, anchorOffset), at(focusNode, focusOffset))));
};

const go = (view: EditorView, { direction, granularity }: Step, extend: boolean): void => {
  const selection = document.getSelection();
  if (!selection) return;
  const holds = (node: Node | null) => node !== null && view.dom.contains(node);
  if (!(holds(selection.anchorNode) && originOf(view) === view.state.selection.head)) {
    const { node, offset } = view.domAtPos(originOf(view));
    selection.collapse(node, offset);
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify(extend ? 'extend' : 'move', direction, granularity);
  // At either end of the text the browser would go on into the page.
  if (!holds(selection.focusNode) && anchorNode && focusNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  take(view, selection);
  const { focusNode: reached } = selection;
  (reached instanceof Element ? reached : reached?.parentElement)?.scrollIntoView({ block: 'nearest' });
};

const drawn = ({ doc, selection }: EditorState): DecorationSet =>
  selection.empty
    ? DecorationSet.create(doc, [
        Decoration.widget(
          selection.head,
          () => {
            const caret = document.createElement('span');
            caret.className = classes.caret ?? '';
            caret.ariaHidden = 'true';
            return caret;
          },
          { key: 'reading-caret', side: -1 },
        ),
      ])
    : DecorationSet.empty;

/**
 * A caret where one may not write: a passage is selected by keyboard, to comment it or propose another, as it is in a text one
 * writes in. Browsers have one of their own (F7) that few know of.
 */
export const ReadingCaret = Extension.create({
  name: 'readingCaret',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          decorations: (state) => (editor.options.editable ? DecorationSet.empty : drawn(state)),
          handleDOMEvents: {
            keydown: (view, event) => {
              const step = view.editable ? null : stepOf(event);
              if (!step) return false;
              event.preventDefault();
              go(view, step, event.shiftKey);
              return true;
            },
          },
        },
      }),
    ];
  },
});
