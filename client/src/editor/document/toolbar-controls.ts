import type { Icon } from '@tabler/icons-react';
import IconAlignCenter from '@tabler/icons-react/dist/esm/icons/IconAlignCenter.mjs';
import IconAlignJustified from '@tabler/icons-react/dist/esm/icons/IconAlignJustified.mjs';
import IconAlignLeft from '@tabler/icons-react/dist/esm/icons/IconAlignLeft.mjs';
import IconAlignRight from '@tabler/icons-react/dist/esm/icons/IconAlignRight.mjs';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import IconPageBreak from '@tabler/icons-react/dist/esm/icons/IconPageBreak.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconStrikethrough from '@tabler/icons-react/dist/esm/icons/IconStrikethrough.mjs';
import IconUnderline from '@tabler/icons-react/dist/esm/icons/IconUnderline.mjs';
import type { Editor } from '@tiptap/core';

export interface Control {
  label: string;
  keys?: string;
  icon: Icon;
  /** Whether the text under the caret is so already; left out for what inserts. */
  active?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
  /** Behind « Plus » on a phone. */
  rare?: boolean;
  /** Begins a group. */
  apart?: boolean;
}

const mark = (label: string, icon: Icon, name: string, run: Control['run'], keys?: string): Control => ({
  label,
  icon,
  active: (editor) => editor.isActive(name),
  run,
  ...(keys && { keys }),
});

const align = (label: string, icon: Icon, value: string | null): Control => ({
  label,
  icon,
  rare: true,
  active: (editor) => (editor.getAttributes(editor.isActive('heading') ? 'heading' : 'paragraph').align ?? null) === value,
  run: (editor) =>
    editor.chain().focus().updateAttributes('paragraph', { align: value }).updateAttributes('heading', { align: value }).run(),
});

interface Opening {
  link: () => void;
  image: () => void;
  find: () => void;
}

/** The buttons of the bar, in order; style and table have menus of their own. */
export const toolbarControls = (open: Opening): Control[] => [
  { label: 'Annuler', keys: 'Ctrl Z', icon: IconArrowBackUp, run: (editor) => editor.chain().focus().undo().run() },
  { label: 'Rétablir', keys: 'Ctrl Y', icon: IconArrowForwardUp, rare: true, run: (editor) => editor.chain().focus().redo().run() },
  { ...mark('Gras', IconBold, 'bold', (editor) => editor.chain().focus().toggleBold().run(), 'Ctrl B'), apart: true },
  mark('Italique', IconItalic, 'italic', (editor) => editor.chain().focus().toggleItalic().run(), 'Ctrl I'),
  { ...mark('Souligné', IconUnderline, 'underline', (editor) => editor.chain().focus().toggleUnderline().run(), 'Ctrl U'), rare: true },
  { ...mark('Barré', IconStrikethrough, 'strike', (editor) => editor.chain().focus().toggleStrike().run()), rare: true },
  { ...mark('Lien', IconLink, 'link', open.link), rare: true },
  { ...mark('Liste à puces', IconList, 'bulletList', (editor) => editor.chain().focus().toggleBulletList().run()), apart: true },
  { ...mark('Liste numérotée', IconListNumbers, 'orderedList', (editor) => editor.chain().focus().toggleOrderedList().run()), rare: true },
  { ...align('Aligner à gauche', IconAlignLeft, null), apart: true },
  align('Centrer', IconAlignCenter, 'center'),
  align('Aligner à droite', IconAlignRight, 'right'),
  align('Justifier', IconAlignJustified, 'justify'),
  { label: 'Image', icon: IconPhoto, run: open.image, rare: true, apart: true },
  {
    label: 'Saut de page',
    icon: IconPageBreak,
    rare: true,
    run: (editor) => editor.chain().focus().insertContent({ type: 'pageBreak' }).run(),
  },
  { label: 'Chercher et remplacer', keys: 'Ctrl F', icon: IconSearch, run: open.find },
];
