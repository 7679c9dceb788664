import type { Editor } from '@tiptap/core';

/** What may be done with the table under the caret; `can` says whether now. */
export interface TableAct {
  label: string;
  can: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

type Command =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'mergeCells'
  | 'splitCell'
  | 'toggleHeaderRow'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable';

const act = (label: string, command: Command): TableAct => ({
  label,
  can: (editor) => editor.can()[command](),
  run: (editor) => editor.chain().focus()[command]().run(),
});

export const TABLE_ACTS: TableAct[] = [
  act('Ajouter une ligne au-dessus', 'addRowBefore'),
  act('Ajouter une ligne en dessous', 'addRowAfter'),
  act('Ajouter une colonne à gauche', 'addColumnBefore'),
  act('Ajouter une colonne à droite', 'addColumnAfter'),
  act('Fusionner les cellules', 'mergeCells'),
  act('Scinder la cellule', 'splitCell'),
  act('Ligne d’en-tête', 'toggleHeaderRow'),
  act('Supprimer la ligne', 'deleteRow'),
  act('Supprimer la colonne', 'deleteColumn'),
  act('Supprimer le tableau', 'deleteTable'),
];
