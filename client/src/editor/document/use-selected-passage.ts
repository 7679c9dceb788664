import { type Anchor, anchorOf, type Passage, textOf } from '@beffroi/shared/collab/anchors';
import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import { standingText } from '@beffroi/shared/collab/propose-text';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import type { Doc } from 'yjs';

/** A passage as it was selected: anchored, so that it is still found once others have written. */
export interface SelectedPassage extends Passage {
  anchor: Anchor;
  /** As it is read. */
  quote: string;
  /** As it stands, without what is struck. */
  standing: string;
}

const read = ({ state }: Editor): Passage | null => {
  const { selection } = state;
  return selection instanceof TextSelection && !selection.empty ? { from: selection.from, to: selection.to } : null;
};

/** The passage one has selected; null for none. */
export const useSelection = (editor: Editor | null): Passage | null => {
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    if (!editor) return;
    const renew = () => setPassage(read(editor));
    editor.on('selectionUpdate', renew);
    return () => void editor.off('selectionUpdate', renew);
  }, [editor]);
  return passage;
};

/** Anchors a passage of the text as it is now. */
export const anchored = ({ state }: Editor, doc: Doc, passage: Passage): SelectedPassage => ({
  ...passage,
  anchor: anchorOf(doc.getXmlFragment(DOCUMENT_FRAGMENT), passage),
  quote: textOf(state.doc, passage),
  standing: standingText(state.doc, passage),
});
