import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { plural } from '../../lib/french-text.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { findingOf, replaceAll, replaceOne, search, selectMatch, step } from './find-in-document.ts';
import classes from './find-panel.module.css';

/** What is selected, if it is short enough to be what one looks for. */
const selectedWords = ({ state: { doc, selection } }: Editor): string =>
  selection.to - selection.from <= 80 ? doc.textBetween(selection.from, selection.to, ' ') : '';

interface FindPanelProps {
  editor: Editor;
  onClose: () => void;
}

/** Searches the document and, for whoever writes, replaces. Enter goes on, Shift-Enter back, Escape returns to the text at the match. */
export function FindPanel({ editor, onClose }: FindPanelProps) {
  const announce = useAnnounce();
  const [text, setText] = useState(() => selectedWords(editor));
  const [exact, setExact] = useState(false);
  const [replacement, setReplacement] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { count, current } = useEditorState({ editor, selector: ({ editor: now }) => findingOf(now.state) });
  const isEditable = useEditorState({ editor, selector: ({ editor: now }) => now.isEditable });
  useEffect(() => field.current?.select(), []);
  useEffect(() => search(editor, text ? { text, exact } : null), [editor, text, exact]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) search(editor, null);
    },
    [editor],
  );
  const close = () => {
    selectMatch(editor);
    onClose();
    editor.commands.focus(undefined, { scrollIntoView: false });
  };
  const onKey = (enter: (back: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') enter(event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = !text ? '' : count === 0 ? 'Rien trouvé' : `${current} sur ${count}`;
  return (
    <search className={classes.panel} aria-label="Chercher dans le document" data-print="hidden">
      <div className={classes.line}>
        <TextInput
          ref={field}
          className={classes.field ?? ''}
          size="sm"
          aria-label="Chercher"
          placeholder="Chercher"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKey((back) => step(editor, back ? -1 : 1))}
        />
        <span className={classes.count} role="status">
          {said}
        </span>
        <ActionIcon size={30} aria-label="Résultat précédent" disabled={!count} onClick={() => step(editor, -1)}>
          <IconArrowUp size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon size={30} aria-label="Résultat suivant" disabled={!count} onClick={() => step(editor, 1)}>
          <IconArrowDown size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon size={30} aria-label="Fermer la recherche" onClick={close}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      {isEditable && (
        <div className={classes.line}>
          <TextInput
            className={classes.field ?? ''}
            size="sm"
            aria-label="Remplacer par"
            placeholder="Remplacer par"
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
            onKeyDown={onKey(() => replaceOne(editor, replacement))}
          />
          <Button size="xs" disabled={!count} onClick={() => replaceOne(editor, replacement)}>
            Remplacer
          </Button>
          <Button
            size="xs"
            disabled={!count}
            onClick={() => announce(plural(replaceAll(editor, replacement), 'remplacement fait', 'remplacements faits'))}
          >
            Tout remplacer
          </Button>
        </div>
      )}
      <Checkbox
        size="xs"
        label="Respecter majuscules et accents"
        checked={exact}
        onChange={(event) => setExact(event.currentTarget.checked)}
      />
    </search>
  );
}
