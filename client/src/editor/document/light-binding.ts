import { Extension } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { beforeOthers } from './batched-updates.ts';

/** What is touched of the binding between Yjs and ProseMirror. */
interface Binding {
  doc: Doc;
  mapping: Map<unknown, unknown>;
  _isLocalCursorInView: () => boolean;
}

/** What is touched of ProseMirror's view. */
type ObservedView = EditorView & { domObserver: { forceFlush: () => void; flush: () => void } };

/**
 * A click or an arrow moves the browser's caret first and ProseMirror hears of it a moment later: a change of others that came in
 * between would put the caret back where it was, and what is typed next would stand there.
 */
const readCaret = (view: EditorView): void => {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  const { domObserver } = view as ObservedView;
  domObserver.forceFlush();
  domObserver.flush();
};

/**
 * Spares the writer two things the binding does at each change of others, which cost more than the change itself in a document
 * of sixty pages:
 * - it forgets which Yjs element is which node and makes the whole document anew, though it has just forgotten, one by one, the
 *   elements that changed and those around them, which is all that has to be made anew: the rest is kept;
 * - it scrolls to one's own caret, for which the browser must lay the page out at once: browsers hold the place one reads by
 *   themselves (`overflow-anchor`).
 */
export const LightBinding = Extension.create<Record<string, never>, { stop: () => void }>({
  name: 'lightBinding',
  addStorage: () => ({ stop: () => undefined }),
  onCreate() {
    const binding = ySyncPluginKey.getState(this.editor.state)?.binding as Binding | undefined;
    if (!binding) return;
    binding.mapping.clear = () => undefined;
    binding._isLocalCursorInView = () => false;
    this.storage.stop = beforeOthers(binding.doc, () => readCaret(this.editor.view));
  },
  onDestroy() {
    this.storage.stop();
  },
});
