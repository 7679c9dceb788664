import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useId, useState } from 'react';
import { completedAddress } from './allowed-address.ts';
import classes from './editor-panels.module.css';

/** Enter applies, Escape leaves; neither sends the form around. */
const onKeys = (apply: () => void, leave: () => void) => (event: KeyboardEvent) => {
  const handler = event.key === 'Enter' ? apply : event.key === 'Escape' ? leave : null;
  if (!handler) return;
  event.preventDefault();
  event.stopPropagation();
  handler();
};

/** Gives the selected words an address, or takes it away; without a selection the address itself is written. */
export function LinkPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const id = useId();
  const present = (editor.getAttributes('link').href as string | undefined) ?? '';
  const [typed, setTyped] = useState(present);
  const [wrong, setWrong] = useState(false);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = () => {
    const href = completedAddress(typed);
    if (!href) return setWrong(true);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && !present)
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.extendMarkRange('link').setLink({ href }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <div className={classes.panel}>
      <label htmlFor={id}>Adresse du lien</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for by a button
        autoFocus
        type="text"
        inputMode="url"
        placeholder="https://…"
        value={typed}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onKeyDown={onKeys(apply, close)}
      />
      <button type="button" onClick={apply}>
        Appliquer
      </button>
      {present && (
        <button type="button" onClick={remove}>
          Retirer
        </button>
      )}
      <button type="button" onClick={close}>
        Annuler
      </button>
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className={classes.wrong}>
          Cette adresse n’est pas celle d’un site, d’un courriel ou d’un téléphone.
        </p>
      )}
    </div>
  );
}

/** Where the first image nobody described stands; null without any. */
const undescribed = (editor: Editor): number | null => {
  let found: number | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (found === null && node.type.name === 'image' && !node.attrs.alt) found = pos;
    return found === null;
  });
  return found;
};

/** Asks for the words that an image lacks; says nothing while it is being described. */
export function UndescribedImage({ editor }: { editor: Editor }) {
  const pos = useEditorState({ editor, selector: ({ editor: current }) => (current.isActive('image') ? null : undescribed(current)) });
  if (pos === null) return null;
  const describe = () => {
    editor.commands.setNodeSelection(pos);
    requestAnimationFrame(() => editor.view.dom.closest('[data-editor]')?.querySelector<HTMLInputElement>('[data-alt]')?.focus());
  };
  return (
    <div className={classes.panel}>
      <span>Une image n’est pas décrite&nbsp;: certains collègues ne la verront pas.</span>
      <button type="button" onClick={describe}>
        La décrire
      </button>
    </div>
  );
}

/** What the selected image shows, for those who do not see it. */
export function ImagePanel({ editor }: { editor: Editor }) {
  const id = useId();
  const back = () => void editor.commands.focus();
  const alt = useEditorState({ editor, selector: ({ editor: current }) => (current.getAttributes('image').alt as string | null) ?? '' });
  return (
    <div className={classes.panel}>
      <label htmlFor={id}>Ce que montre l’image</label>
      <input
        id={id}
        data-alt
        type="text"
        maxLength={300}
        placeholder="Pour les collègues qui ne la voient pas"
        value={alt}
        onChange={(event) => editor.commands.updateAttributes('image', { alt: event.target.value })}
        onKeyDown={onKeys(back, back)}
      />
      <button type="button" onClick={() => editor.chain().focus().deleteSelection().run()}>
        Retirer l’image
      </button>
    </div>
  );
}

const TABLE_ACTS: [string, (editor: Editor) => void][] = [
  ['Ajouter une ligne', (editor) => editor.chain().focus().addRowAfter().run()],
  ['Ajouter une colonne', (editor) => editor.chain().focus().addColumnAfter().run()],
  ['Supprimer la ligne', (editor) => editor.chain().focus().deleteRow().run()],
  ['Supprimer la colonne', (editor) => editor.chain().focus().deleteColumn().run()],
  ['Supprimer le tableau', (editor) => editor.chain().focus().deleteTable().run()],
];

/** What may be done with the thing under the caret, shown only when there is something. */
export function ContextPanel({ editor }: { editor: Editor }) {
  const inside = useEditorState({
    editor,
    selector: ({ editor: current }) => (current.isActive('image') ? 'image' : current.isActive('table') ? 'table' : null),
  });
  if (inside === 'image') return <ImagePanel editor={editor} />;
  if (inside !== 'table') return null;
  return (
    <fieldset className={classes.panel} aria-label="Tableau">
      {TABLE_ACTS.map(([label, run]) => (
        <button key={label} type="button" onClick={() => run(editor)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
