import type { Editor } from '@tiptap/core';

export interface Style {
  name: string;
  /** How its number looks. */
  example: string;
  is: (editor: Editor) => boolean;
  apply: (editor: Editor) => void;
}

const heading = (name: string, example: string, level: 1 | 2 | 3, numbered: boolean): Style => ({
  name,
  example,
  is: (editor) => editor.isActive('heading', { level, numbered }),
  apply: (editor) =>
    editor
      .chain()
      .focus()
      .setNode('heading', { level, numbered, id: editor.getAttributes('heading').id ?? null, align: null })
      .run(),
});

/** The styles of a line, as a document of law has them. */
export const STYLES: Style[] = [
  {
    name: 'Texte',
    example: '',
    is: (editor) => !editor.isActive('heading'),
    apply: (editor) => editor.chain().focus().setNode('paragraph').run(),
  },
  heading('Article', 'Article 1', 1, true),
  heading('Sous-article', '1.1', 2, true),
  heading('Alinéa titré', 'a)', 3, true),
  heading('Titre sans numéro', 'Préambule', 1, false),
  heading('Sous-titre sans numéro', '', 2, false),
];
