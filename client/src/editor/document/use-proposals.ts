import { type ProposedChange, proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import { isPlacing, passagesIn } from './highlights.ts';

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

/** The proposals and commented passages of the text, shortly after it changed; at once after a comment is made. */
export const useMarginPlaces = (editor: Editor | null): MarginPlaces => {
  const [places, setPlaces] = useState(NOTHING);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      timer = undefined;
      if (editor.isDestroyed) return;
      const { state } = editor;
      setPlaces(({ revision }) => ({ proposals: proposalsOf(state.doc), passages: passagesIn(state), revision: revision + 1 }));
    };
    const follow = ({ transaction }: { transaction: Transaction }) => {
      // A comment just made has its place at once; it would stand above all others until then.
      if (isPlacing(transaction)) return read();
      timer ??= setTimeout(read, RENEWED_MS);
    };
    read();
    editor.on('transaction', follow);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', follow);
    };
  }, [editor]);
  return places;
};
