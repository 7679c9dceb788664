import type { RichText } from '@beffroi/shared/core/rich-text';
import { Placeholder } from '@tiptap/extension-placeholder';
import { type Editor, EditorContent, type UseEditorOptions, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { isBlank } from './blank-text.ts';
import { ContextPanel, LinkPanel, UndescribedImage } from './editor-panels.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { imagesAmong, pastesText, useImageDeposit } from './image-deposit.ts';
import { MentionList, useMentions } from './mention-list.tsx';
import { PendingImages } from './pending-images.ts';
import text from './rich-text.module.css';
import classes from './rich-text-editor.module.css';
import { richTextExtensions } from './rich-text-extensions.ts';
import type { WrittenText } from './writing-tools.tsx';

/** The format's limit, restated so that zod stays out of this chunk; held equal by the editor's test. */
export const CHARACTERS_MAX = 20_000;
const CHARACTERS_SAID_FROM = CHARACTERS_MAX * 0.9;

export interface RichTextEditorProps {
  /** The accessible name. */
  label: string;
  /** The club mentions and images belong to; it may change while one writes. */
  clubSlug: string;
  /** Where the text starts from; changing it later does nothing, remount with another `key` instead. */
  initial: WrittenText;
  /** Called at each change, with null while the text says nothing. */
  onChange: (text: WrittenText) => void;
  /** Ctrl-Enter or Cmd-Enter. */
  onSend?: () => void;
  /** Told while images are on their way: the text is not whole yet. */
  onBusy?: (busy: boolean) => void;
  placeholder?: string;
  autoFocus?: boolean;
  /** What is wrong with the text, said at the field. */
  error?: string | null;
  /** One line until it is entered, for a box that waits at the bottom of a page. */
  compact?: boolean;
  /** A few words, beside something else: no images. */
  brief?: boolean;
}

/** Fires `onSend` for Ctrl-Enter, and lets Tab leave the text after Escape, even from a list or a table. */
const useKeys = (onSend: (() => void) | undefined) => {
  const send = useRef(onSend);
  send.current = onSend;
  const leaving = useRef(false);
  return useRef({
    keydown: (_view: unknown, event: KeyboardEvent) => {
      const tabOut = leaving.current && event.key === 'Tab';
      leaving.current = event.key === 'Escape' || (leaving.current && event.key === 'Shift');
      return tabOut;
    },
    send: (event: KeyboardEvent): boolean => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !send.current) return false;
      send.current();
      return true;
    },
  }).current;
};

function Counter({ editor }: { editor: Editor }) {
  const length = useEditorState({ editor, selector: ({ editor: current }) => current.state.doc.textContent.length });
  if (length < CHARACTERS_SAID_FROM) return null;
  const left = CHARACTERS_MAX - length;
  return (
    <p className={classes.counter} data-over={left < 0 || undefined}>
      {left < 0 ? `${(-left).toLocaleString('fr-FR')} caractères de trop` : `${left.toLocaleString('fr-FR')} caractères restants`}
    </p>
  );
}

/** The one editor of the product: a text with a small toolbar, Markdown shortcuts, mentions and images. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { label, clubSlug, initial, onChange, placeholder = '', error, autoFocus = false, compact = false, brief = false } = props;
  const id = useId();
  const mentions = useMentions(clubSlug);
  const { deposit, failed, dismiss } = useImageDeposit(clubSlug, props.onBusy);
  const [linking, setLinking] = useState(false);
  const [refused, setRefused] = useState(false);
  const [blank, setBlank] = useState(!initial);
  const keys = useKeys(props.onSend);
  const changed = useRef(onChange);
  changed.current = onChange;
  const picker = useRef<HTMLInputElement>(null);
  const own = useRef<Editor | null>(null);

  const take = (files: Iterable<File>, at: number): boolean => {
    const { images, others } = imagesAmong(files);
    setRefused(others || (brief && images.length > 0));
    if (brief) return images.length > 0 || others;
    const editor = own.current;
    if (editor) for (const image of images) void deposit(editor, image, at);
    return images.length > 0 || others;
  };
  const taking = useRef(take);
  taking.current = take;

  // Made once: an option that changed would build the view again at each keystroke.
  const first = useRef({ label, initial, placeholder, autoFocus });
  const options = useMemo(
    (): UseEditorOptions => ({
      extensions: [
        ...richTextExtensions(mentions.suggestion),
        PendingImages,
        Placeholder.configure({ placeholder: first.current.placeholder }),
      ],
      content: first.current.initial,
      autofocus: first.current.autoFocus ? 'end' : false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': first.current.label,
          class: `${text.text} ${classes.content}`,
          lang: 'fr',
          spellcheck: 'true',
        },
        handleDOMEvents: { keydown: keys.keydown },
        handleKeyDown: (_view, event) => keys.send(event),
        handlePaste: (view, event) => {
          const data = event.clipboardData;
          if (!data?.files.length || pastesText(data)) return false;
          return taking.current(data.files, view.state.selection.from);
        },
        handleDrop: (view, event, _slice, moved) => {
          if (moved || !event.dataTransfer?.files.length) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from;
          return taking.current(event.dataTransfer.files, at);
        },
      },
      onUpdate: ({ editor: current }) => {
        const doc = current.getJSON() as RichText;
        setBlank(isBlank(doc));
        changed.current(isBlank(doc) ? null : doc);
      },
    }),
    [mentions.suggestion, keys],
  );
  const editor = useEditor(options, []);
  own.current = editor;

  useEffect(() => {
    if (editor.isDestroyed) return;
    const { dom } = editor.view;
    if (error) dom.setAttribute('aria-invalid', 'true');
    else dom.removeAttribute('aria-invalid');
    dom.setAttribute('aria-describedby', error ? `${id}-error ${id}-help` : `${id}-help`);
  }, [editor, error, id]);

  return (
    <div>
      <div
        className={classes.box}
        data-editor
        data-invalid={error ? true : undefined}
        data-compact={(compact && blank) || undefined}
        data-brief={brief || undefined}
      >
        <div className={classes.tools}>
          <EditorToolbar editor={editor} onLink={() => setLinking(true)} onImage={() => picker.current?.click()} brief={brief} />
          {linking ? <LinkPanel editor={editor} onClose={() => setLinking(false)} /> : <ContextPanel editor={editor} />}
        </div>
        <EditorContent editor={editor} />
        <UndescribedImage editor={editor} />
        <Counter editor={editor} />
        {mentions.offered && <MentionList offered={mentions.offered} chosen={mentions.chosen} />}
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        multiple
        hidden
        onChange={(event) => {
          take(event.target.files ?? [], editor.state.selection.from);
          event.target.value = '';
        }}
      />
      <p id={`${id}-help`} className={text.unseen}>
        Ctrl et Entrée pour envoyer, @ pour mentionner, Échap puis Tab pour quitter le texte.
      </p>
      {refused && (
        <p role="alert" className={classes.problem}>
          {brief ? 'Rien ne se joint à un commentaire.' : 'Seules les images se joignent à un texte.'} Le reste de votre texte est conservé.
        </p>
      )}
      {failed.map((image) => (
        <p key={image.id} role="alert" className={classes.problem}>
          {image.file.name} : {image.reason}{' '}
          <button
            type="button"
            onClick={() => {
              dismiss(image.id);
              void deposit(editor, image.file, editor.state.selection.from);
            }}
          >
            Réessayer
          </button>{' '}
          <button type="button" onClick={() => dismiss(image.id)}>
            Sans cette image
          </button>
        </p>
      ))}
      {error && (
        <p id={`${id}-error`} role="alert" className={classes.problem}>
          {error}
        </p>
      )}
    </div>
  );
}
