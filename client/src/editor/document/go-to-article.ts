import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

const titles = (editor: Editor) => editor.view.dom.querySelectorAll<HTMLElement>(':scope > :is(h1, h2, h3)');

/** Brings an article under the bars, and the caret to its title so that the keyboard goes on from there. */
export const goToArticle = (editor: Editor, index: number, id: string | null): void => {
  const title = titles(editor)[index];
  if (!title) return;
  if (id) window.history.replaceState(window.history.state, '', `#article-${id}`);
  title.scrollIntoView({ block: 'start' });
  const end = editor.view.posAtDOM(title, title.childNodes.length);
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)));
  editor.view.dom.focus({ preventScroll: true });
};

/** Goes where the address leads. @returns whether such an article stands in the document */
export const goToAddress = (editor: Editor, hash: string): boolean => {
  const index = [...titles(editor)].findIndex(({ id }) => id !== '' && `#${id}` === hash);
  if (index === -1) return false;
  titles(editor)[index]?.scrollIntoView({ block: 'start' });
  return true;
};
