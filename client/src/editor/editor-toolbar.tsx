import { useRovingIndex } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconCode from '@tabler/icons-react/dist/esm/icons/IconCode.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconH2 from '@tabler/icons-react/dist/esm/icons/IconH2.mjs';
import IconH3 from '@tabler/icons-react/dist/esm/icons/IconH3.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconQuote from '@tabler/icons-react/dist/esm/icons/IconQuote.mjs';
import IconSeparator from '@tabler/icons-react/dist/esm/icons/IconSeparator.mjs';
import IconSourceCode from '@tabler/icons-react/dist/esm/icons/IconSourceCode.mjs';
import IconStrikethrough from '@tabler/icons-react/dist/esm/icons/IconStrikethrough.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import IconUnderline from '@tabler/icons-react/dist/esm/icons/IconUnderline.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import classes from './editor-toolbar.module.css';

interface Control {
  label: string;
  icon: Icon;
  /** Whether the text under the caret is so already; left out for what inserts. */
  active?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const toggle = (label: string, icon: Icon, name: string, run: Control['run'], attributes?: Record<string, unknown>): Control => ({
  label,
  icon,
  active: (editor) => editor.isActive(name, attributes),
  run,
});

const controls = (open: { link: () => void; image: () => void }): Control[] => [
  toggle('Gras', IconBold, 'bold', (editor) => editor.chain().focus().toggleBold().run()),
  toggle('Italique', IconItalic, 'italic', (editor) => editor.chain().focus().toggleItalic().run()),
  toggle('Lien', IconLink, 'link', open.link),
  toggle('Liste à puces', IconList, 'bulletList', (editor) => editor.chain().focus().toggleBulletList().run()),
  toggle('Liste numérotée', IconListNumbers, 'orderedList', (editor) => editor.chain().focus().toggleOrderedList().run()),
  toggle('Citation', IconQuote, 'blockquote', (editor) => editor.chain().focus().toggleBlockquote().run()),
  { label: 'Image', icon: IconPhoto, run: open.image },
  { label: 'Mentionner quelqu’un', icon: IconAt, run: (editor) => mention(editor) },
];

const NOT_BRIEF = new Set(['Image', 'Citation', 'Liste numérotée']);

const moreControls: Control[] = [
  toggle('Titre', IconH2, 'heading', (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), { level: 2 }),
  toggle('Sous-titre', IconH3, 'heading', (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(), { level: 3 }),
  toggle('Souligné', IconUnderline, 'underline', (editor) => editor.chain().focus().toggleUnderline().run()),
  toggle('Barré', IconStrikethrough, 'strike', (editor) => editor.chain().focus().toggleStrike().run()),
  toggle('Code', IconCode, 'code', (editor) => editor.chain().focus().toggleCode().run()),
  toggle('Bloc de code', IconSourceCode, 'codeBlock', (editor) => editor.chain().focus().toggleCodeBlock().run()),
  {
    label: 'Tableau',
    icon: IconTable,
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { label: 'Séparation', icon: IconSeparator, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
];

// « @ » opens the list only after a space or at the beginning of a line.
const mention = (editor: Editor) => {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, ' ');
  editor
    .chain()
    .focus()
    .insertContent(before && before !== ' ' ? ' @' : '@')
    .run();
};

interface EditorToolbarProps {
  editor: Editor;
  onLink: () => void;
  onImage: () => void;
  /** For a few words: no images, and nothing behind « Plus ». */
  brief?: boolean;
}

/** Eight controls at hand and the rest behind « Plus »; one tab stop, arrows move inside. */
export function EditorToolbar({ editor, onLink, onImage, brief = false }: EditorToolbarProps) {
  const [more, setMore] = useState(false);
  const usual = controls({ link: onLink, image: onImage }).filter(({ label }) => !brief || !NOT_BRIEF.has(label));
  const shown = [...usual, ...(more ? moreControls : [])];
  const total = shown.length + (brief ? 0 : 1);
  const { getItemProps } = useRovingIndex({ total, orientation: 'horizontal', loop: true });
  const active = useEditorState({ editor, selector: ({ editor: current }) => shown.map((control) => control.active?.(current) ?? false) });
  return (
    <div role="toolbar" aria-label="Mise en forme" className={classes.bar}>
      {shown.map((control, index) => {
        const { icon: ControlIcon, label } = control;
        return (
          <button
            key={label}
            type="button"
            className={classes.control}
            aria-label={label}
            title={label}
            aria-pressed={control.active ? active[index] : undefined}
            // The caret stays where it is in the text.
            onMouseDown={(event) => event.preventDefault()}
            {...getItemProps({ index, onClick: () => control.run(editor) })}
          >
            <ControlIcon size={17} stroke={1.9} aria-hidden="true" />
          </button>
        );
      })}
      {!brief && (
        <button
          type="button"
          className={classes.control}
          aria-label="Plus de mises en forme"
          title="Plus de mises en forme"
          aria-expanded={more}
          onMouseDown={(event) => event.preventDefault()}
          {...getItemProps({ index: total - 1, onClick: () => setMore(!more) })}
        >
          <IconDots size={17} stroke={1.9} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
