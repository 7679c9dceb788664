import type { Icon } from '@tabler/icons-react';
import IconH1 from '@tabler/icons-react/dist/esm/icons/IconH1.mjs';
import IconH2 from '@tabler/icons-react/dist/esm/icons/IconH2.mjs';
import IconH3 from '@tabler/icons-react/dist/esm/icons/IconH3.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import IconPageBreak from '@tabler/icons-react/dist/esm/icons/IconPageBreak.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconPilcrow from '@tabler/icons-react/dist/esm/icons/IconPilcrow.mjs';
import IconQuote from '@tabler/icons-react/dist/esm/icons/IconQuote.mjs';
import IconSeparator from '@tabler/icons-react/dist/esm/icons/IconSeparator.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import type { Editor } from '@tiptap/core';

/** Something that can be put where the caret is. */
export interface Insertion {
  label: string;
  detail: string;
  icon: Icon;
  /** Other words for it. */
  words: string;
  run: (editor: Editor) => void;
}

const heading = (editor: Editor, level: 1 | 2 | 3, numbered = true) =>
  editor
    .chain()
    .focus()
    .setNode('heading', { level, numbered, id: editor.getAttributes('heading').id ?? null })
    .run();

/** What « / » offers; `pickImage` opens the choice of a file. */
export const insertions = (pickImage: () => void): Insertion[] => [
  { label: 'Article', detail: 'Article 1', icon: IconH1, words: 'titre clause', run: (editor) => heading(editor, 1) },
  { label: 'Sous-article', detail: '1.1', icon: IconH2, words: 'titre 2 paragraphe', run: (editor) => heading(editor, 2) },
  { label: 'Alinéa titré', detail: 'a)', icon: IconH3, words: 'titre 3 lettre', run: (editor) => heading(editor, 3) },
  {
    label: 'Titre sans numéro',
    detail: 'Préambule, annexe',
    icon: IconH1,
    words: 'preambule annexe',
    run: (editor) => heading(editor, 1, false),
  },
  {
    label: 'Texte',
    detail: 'Paragraphe',
    icon: IconPilcrow,
    words: 'paragraphe',
    run: (editor) => editor.chain().focus().setNode('paragraph').run(),
  },
  {
    label: 'Liste à puces',
    detail: '',
    icon: IconList,
    words: 'puces enumeration',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'Liste numérotée',
    detail: '',
    icon: IconListNumbers,
    words: 'numeros enumeration',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: 'Tableau',
    detail: '3 colonnes, 3 lignes',
    icon: IconTable,
    words: 'grille',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { label: 'Image', detail: 'Depuis cet ordinateur', icon: IconPhoto, words: 'photo plan', run: pickImage },
  { label: 'Citation', detail: '', icon: IconQuote, words: 'extrait', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  {
    label: 'Séparation',
    detail: '',
    icon: IconSeparator,
    words: 'ligne trait',
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    label: 'Saut de page',
    detail: 'À l’impression',
    icon: IconPageBreak,
    words: 'nouvelle page',
    run: (editor) => editor.chain().focus().insertContent({ type: 'pageBreak' }).run(),
  },
];
