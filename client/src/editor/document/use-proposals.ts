import { type ProposedChange, proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { passagesIn } from './highlights.ts';

/** Read, not watched: the cards need not follow each key. */
const RENEWED_MS = 250;

/** What stands in the margin, and where its text is now. */
export interface MarginPlaces {
  proposals: ProposedChange[];
  passages: ReturnType<typeof passagesIn>;
  /** Grows with each change of the text: places on the screen are to be measured again. */
  revision: number;
}

const NOTHING: MarginPlaces = { proposals: [], passages: new Map(), revision: 0 };

/** The proposals and commented passages of the text, shortly after it changed. */
export const useMarginPlaces = (editor: Editor | null): MarginPlaces => {
  const [places, setPlaces] = useState(NOTHING);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      if (editor.isDestroyed) return;
      const { state } = editor;
      setPlaces(({ revision }) => ({ proposals: proposalsOf(state.doc), passages: passagesIn(state), revision: revision + 1 }));
    };
    const soon = () => {
      timer ??= setTimeout(read, RENEWED_MS);
    };
    read();
    editor.on('transaction', soon);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', soon);
    };
  }, [editor]);
  return places;
};
