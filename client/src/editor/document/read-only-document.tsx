import { documentExtensions } from '@beffroi/shared/collab/document-schema';
import type { JSONContent } from '@tiptap/core';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { ArticleNumbers } from './article-numbers.ts';
import classes from './document-editor.module.css';
import text from './document-text.module.css';
import { FindInDocument } from './find-in-document.ts';

interface ReadOnlyDocumentProps {
  content: JSONContent;
  label: string;
  onEditor?: (editor: Editor | null) => void;
  onFind?: () => void;
}

/** A document as it was last read, where it cannot be live: a network that blocks it, a version kept. */
export function ReadOnlyDocument({ content, label, onEditor, onFind }: ReadOnlyDocumentProps) {
  const first = useRef({ content, onFind });
  const options = useMemo(
    () => ({
      extensions: [...documentExtensions(), ArticleNumbers, FindInDocument.configure({ onOpen: () => first.current.onFind?.() })],
      content: first.current.content,
      editable: false,
      editorProps: { attributes: { role: 'document', 'aria-label': label, class: text.text ?? '', lang: 'fr', tabindex: '0' } },
    }),
    [label],
  );
  const editor = useEditor(options, []);
  useEffect(() => {
    if (first.current.content === content) return;
    first.current.content = content;
    editor.commands.setContent(content, { emitUpdate: false });
  }, [editor, content]);
  const told = useRef(onEditor);
  told.current = onEditor;
  useEffect(() => {
    told.current?.(editor);
    return () => told.current?.(null);
  }, [editor]);
  return (
    <div className={classes.editor}>
      <div className={classes.sheet}>
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}
