import type { Editor } from '@tiptap/core';

/** Back to the text, where one was in it; to one that is only read too. */
export const focusText = (editor: Editor | null): void => {
  if (!editor || editor.isDestroyed) return;
  editor.view.dom.focus({ preventScroll: true });
  editor.view.focus();
};
