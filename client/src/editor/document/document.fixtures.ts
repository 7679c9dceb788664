import { documentExtensions } from '@beffroi/shared/collab/document-schema';
import { Editor, type Extensions, type JSONContent } from '@tiptap/core';

export const title = (level: number, text: string, attrs: object = {}): JSONContent => ({
  type: 'heading',
  attrs: { level, ...attrs },
  ...(text && { content: [{ type: 'text', text }] }),
});
export const line = (text: string): JSONContent => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });

/** An editor of documents without a room, with the behaviour under test. */
export const editorWith = (content: JSONContent[], extensions: Extensions): Editor =>
  new Editor({ element: document.body, extensions: [...documentExtensions(), ...extensions], content: { type: 'doc', content } });

/** What stands in the document, a line a block. */
export const written = (editor: Editor): string[] => {
  const lines: string[] = [];
  editor.state.doc.forEach((node) => {
    lines.push(node.textContent);
  });
  return lines;
};

/** Puts the caret in the block that begins with this text. */
export const enter = (editor: Editor, text: string): void => {
  let found = -1;
  editor.state.doc.descendants((node, pos) => {
    if (found === -1 && node.isTextblock && node.textContent.startsWith(text)) found = pos + 1;
  });
  editor.commands.setTextSelection(found);
};
