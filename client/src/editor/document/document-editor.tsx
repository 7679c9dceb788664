import type { Extensions } from '@tiptap/core';
import { type Editor, EditorContent, type UseEditorOptions, useEditor } from '@tiptap/react';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { UndescribedImage } from '../editor-panels.tsx';
import { BlockHandle } from './block-handle.tsx';
import classes from './document-editor.module.css';
import text from './document-text.module.css';
import { DocumentToolbar } from './document-toolbar.tsx';
import type { LiveDocument } from './live-document.ts';
import { liveExtensions } from './live-extensions.ts';
import { cleanPastedHtml } from './pasted-html.ts';
import type { CaretUser } from './people-here.ts';
import { SlashList, useSlashMenu } from './slash-menu.tsx';
import { useImageTaking } from './use-image-taking.ts';

interface DocumentEditorProps {
  live: LiveDocument;
  me: CaretUser;
  /** The document's title, its accessible name. */
  label: string;
  /** Whose images these are. */
  clubSlug: string;
  editable: boolean;
  /** What other parts of the product add to the editor; read once. */
  extensions: Extensions;
  onEditor: (editor: Editor | null) => void;
  onFind: () => void;
}

/** The text of a live document, with its tools. It is drawn by ProseMirror alone: React has nothing to do at a keystroke. */
export function DocumentEditor({ live, me, label, clubSlug, editable, extensions, onEditor, onFind }: DocumentEditorProps) {
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const images = useImageTaking(clubSlug);
  const { extension: slashMenu, offered, chosen } = useSlashMenu(() => picker.current?.click());
  const find = useRef(onFind);
  find.current = onFind;
  const first = useRef({ me, label, editable, extensions });
  const writes = useRef(editable);
  writes.current = editable;
  const help = useId();

  // Made once: an option that changed would build the view again.
  const options = useMemo((): UseEditorOptions => {
    const { me: self, label: name, extensions: added } = first.current;
    return {
      extensions: liveExtensions({
        live,
        me: self,
        slashMenu,
        onFind: () => find.current(),
        onMove: (direction, moved) => {
          const where = direction === 'up' ? 'plus haut' : 'plus bas';
          announce(moved ? `Déplacé ${where}` : `Ne peut aller ${where}`);
        },
        added,
      }),
      editable: first.current.editable,
      editorProps: {
        attributes: (): Record<string, string> => ({
          // Who only reads goes from title to title, which a screen reader does in a document but not in a field.
          ...(writes.current
            ? { role: 'textbox', 'aria-multiline': 'true', 'aria-describedby': help }
            : { role: 'document', tabindex: '0' }),
          'aria-label': name,
          class: text.text ?? '',
          lang: 'fr',
          spellcheck: String(writes.current),
        }),
        transformPastedHTML: cleanPastedHtml,
        ...images.handlers,
        // What one writes is not to hide under the bars, nor at the very edge.
        scrollThreshold: { top: 130, right: 0, bottom: 80, left: 0 },
        scrollMargin: { top: 150, right: 0, bottom: 120, left: 0 },
      },
    };
  }, [live, slashMenu, announce, images.handlers, help]);
  const editor = useEditor(options, [live]);
  images.editor.current = editor;

  useEffect(() => {
    if (!editor.isDestroyed && editor.isEditable !== editable) editor.setEditable(editable);
  }, [editor, editable]);
  const told = useRef(onEditor);
  told.current = onEditor;
  useEffect(() => {
    told.current(editor);
    return () => told.current(null);
  }, [editor]);

  return (
    <div className={classes.editor} data-editor>
      {editable && <DocumentToolbar editor={editor} onImage={() => picker.current?.click()} onFind={onFind} />}
      {editable && <UndescribedImage editor={editor} />}
      <div className={classes.sheet}>
        {editable && <BlockHandle editor={editor} />}
        <EditorContent editor={editor} />
      </div>
      {editable && (
        <p id={help} className={classes.unseen}>
          / pour insérer, Alt et flèches pour déplacer, Ctrl et F pour chercher, Échap puis Tab pour quitter le texte.
        </p>
      )}
      {offered && <SlashList offered={offered} chosen={chosen} />}
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        multiple
        hidden
        onChange={(event) => {
          images.take(event.target.files ?? [], editor.state.selection.from);
          event.target.value = '';
        }}
      />
      {images.refused && (
        <p role="alert" className={classes.problem}>
          Seules les images se joignent à un document. Le reste du texte est conservé.
        </p>
      )}
      {images.failed.map(({ id, file, reason }) => (
        <p key={id} role="alert" className={classes.problem}>
          {file.name} : {reason}{' '}
          <button type="button" onClick={() => images.again(id, file)}>
            Réessayer
          </button>{' '}
          <button type="button" onClick={() => images.dismiss(id)}>
            Sans cette image
          </button>
        </p>
      ))}
    </div>
  );
}
