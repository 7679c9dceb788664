import { Menu } from '@mantine/core';
import { useMediaQuery, useRovingIndex } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { useMemo, useRef, useState } from 'react';
import { ImagePanel, LinkPanel } from '../editor-panels.tsx';
import classes from './document-toolbar.module.css';
import { STYLES } from './style-choice.ts';
import { TABLE_ACTS } from './table-acts.ts';
import { type Control, toolbarControls } from './toolbar-controls.ts';

type ItemProps = (options: { index: number; onClick?: () => void }) => Record<string, unknown>;
/** The caret stays where it is in the text. */
const keepCaret = (event: { preventDefault: () => void }) => event.preventDefault();

function StyleMenu({ editor, itemProps }: { editor: Editor; itemProps: Record<string, unknown> }) {
  const current = useEditorState({ editor, selector: ({ editor: now }) => STYLES.findIndex((style) => style.is(now)) });
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button type="button" className={classes.style} aria-label={`Style : ${STYLES[current]?.name ?? 'Titre'}`} {...itemProps}>
          <span>{STYLES[current]?.name ?? 'Titre'}</span>
          <IconChevronDown size={14} stroke={2} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {STYLES.map(({ name, example, apply }, index) => (
          <Menu.Item
            key={name}
            {...(index === current && { 'aria-current': true })}
            rightSection={<span className={classes.example}>{example}</span>}
            onClick={() => apply(editor)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TableMenu({ editor, itemProps }: { editor: Editor; itemProps: Record<string, unknown> }) {
  const [opened, setOpened] = useState(false);
  const inside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });
  return (
    <Menu position="bottom-start" returnFocus={false} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <button
          type="button"
          className={classes.control}
          aria-label="Tableau"
          title="Tableau"
          data-active={inside || undefined}
          {...itemProps}
        >
          <IconTable size={17} stroke={1.9} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {!inside && (
          <Menu.Item onClick={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}>
            Insérer un tableau
          </Menu.Item>
        )}
        {opened &&
          inside &&
          TABLE_ACTS.map(({ label, can, run }) => (
            <Menu.Item key={label} disabled={!can(editor)} onClick={() => run(editor)}>
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Button({ control, pressed, itemProps }: { control: Control; pressed: boolean | undefined; itemProps: Record<string, unknown> }) {
  const { icon: ControlIcon, label, keys, apart } = control;
  return (
    <button
      type="button"
      className={classes.control}
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys})` : label}
      data-apart={apart}
      onMouseDown={keepCaret}
      {...itemProps}
    >
      <ControlIcon size={17} stroke={1.9} aria-hidden="true" />
    </button>
  );
}

interface DocumentToolbarProps {
  editor: Editor;
  onImage: () => void;
  onFind: () => void;
}

/** The tools of a document: one tab stop, arrows move inside; on a phone the rarer ones wait behind « Plus ». */
export function DocumentToolbar({ editor, onImage, onFind }: DocumentToolbarProps) {
  const isNarrow = useMediaQuery('(max-width: 60em)') ?? false;
  const [more, setMore] = useState(false);
  const [linking, setLinking] = useState(false);
  const opening = useRef({ image: onImage, find: onFind });
  opening.current = { image: onImage, find: onFind };
  const all = useMemo(
    () => toolbarControls({ link: () => setLinking(true), image: () => opening.current.image(), find: () => opening.current.find() }),
    [],
  );
  const shown = isNarrow && !more ? all.filter(({ rare }) => !rare) : all;
  const total = shown.length + (isNarrow ? 3 : 2);
  const { getItemProps } = useRovingIndex({ total, orientation: 'horizontal', loop: true });
  const itemProps = getItemProps as unknown as ItemProps;
  const pressed = useEditorState({ editor, selector: ({ editor: now }) => shown.map((control) => control.active?.(now) ?? null) });
  const isImage = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('image') });
  return (
    <div className={classes.tools} data-print="hidden">
      <div role="toolbar" aria-label="Mise en forme" aria-orientation="horizontal" className={classes.bar}>
        <StyleMenu editor={editor} itemProps={itemProps({ index: 0 })} />
        <TableMenu editor={editor} itemProps={itemProps({ index: 1 })} />
        {shown.map((control, index) => (
          <Button
            key={control.label}
            control={control}
            pressed={pressed[index] ?? undefined}
            itemProps={itemProps({ index: index + 2, onClick: () => control.run(editor) })}
          />
        ))}
        {isNarrow && (
          <button
            type="button"
            className={classes.control}
            aria-label="Plus d’outils"
            aria-expanded={more}
            onMouseDown={keepCaret}
            {...itemProps({ index: total - 1, onClick: () => setMore(!more) })}
          >
            <IconDots size={17} stroke={1.9} aria-hidden="true" />
          </button>
        )}
      </div>
      {linking && <LinkPanel editor={editor} onClose={() => setLinking(false)} />}
      {isImage && !linking && <ImagePanel editor={editor} />}
    </div>
  );
}
