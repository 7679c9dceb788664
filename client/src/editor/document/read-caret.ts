import { type Editor, Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { beforeOthers } from './batched-updates.ts';

/** What is touched of ProseMirror's view. */
type ObservedView = EditorView & { domObserver: { forceFlush: () => void; flush: () => void } };

const readCaret = ({ isDestroyed, view }: Editor): void => {
  if (isDestroyed || view.composing || !view.hasFocus()) return;
  const { domObserver } = view as ObservedView;
  domObserver.forceFlush();
  domObserver.flush();
};

/** Whether a transaction changes nothing but what is drawn over the text: the carets of others, what is found, what is commented. */
const onlyDraws = (transaction: Transaction): boolean =>
  !(
    transaction.docChanged ||
    transaction.selectionSet ||
    transaction.storedMarksSet ||
    // While the editor takes the focus, the browser's caret is not yet the writer's.
    transaction.getMeta('focus') ||
    transaction.getMeta('blur')
  );

/**
 * A click or an arrow moves the browser's caret first and ProseMirror hears of it a moment later: a change of others, or the mere
 * drawing of their carets, that came in between would put the caret back where it was, and what is typed next would stand there.
 * So the caret is read before either.
 */
export const ReadCaret = Extension.create<Record<string, never>, { stop: () => void }>({
  name: 'readCaret',
  addStorage: () => ({ stop: () => undefined }),
  dispatchTransaction({ transaction, next }) {
    const { state } = this.editor;
    if (onlyDraws(transaction)) readCaret(this.editor);
    if (this.editor.state === state) return next(transaction);
    const anew = this.editor.state.tr;
    // ProseMirror keeps what is said of a transaction to itself, and has no other way to say all of it again.
    const said = (tr: Transaction) => Reflect.get(tr, 'meta') as Record<string, unknown>;
    Object.assign(said(anew), said(transaction));
    next(anew);
  },
  onCreate() {
    const doc = ySyncPluginKey.getState(this.editor.state)?.binding?.doc as Doc | undefined;
    if (doc) this.storage.stop = beforeOthers(doc, () => readCaret(this.editor));
  },
  onDestroy() {
    this.storage.stop();
  },
});
