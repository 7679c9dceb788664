import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Present } from './people-here.ts';

const ENDS = ['wheel', 'touchmove'] as const;

const caretOf = (editor: Editor, clientId: number) => editor.view.dom.querySelector<HTMLElement>(`[data-client="${clientId}"]`);

/** Follows a colleague: the page scrolls with her caret until Escape, one's own typing or one's own scrolling. */
export const useFollow = (editor: Editor | null, awareness: Awareness | undefined, people: Present[]) => {
  const [clientId, setClientId] = useState<number | null>(null);
  const followed = people.find((person) => person.clientId === clientId) ?? null;
  const stop = useCallback(() => setClientId(null), []);
  const active = followed !== null;
  useEffect(() => {
    if (!editor || !awareness || clientId === null || !active) return;
    let frame = 0;
    const show = () => {
      cancelAnimationFrame(frame);
      // The caret is drawn after awareness was heard.
      frame = requestAnimationFrame(() => {
        const element = caretOf(editor, clientId);
        element?.setAttribute('data-followed', '');
        element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      });
    };
    const onKey = (event: KeyboardEvent) => {
      const writes =
        editor.view.dom.contains(event.target as Node) && (event.key.length === 1 || ['Enter', 'Backspace', 'Delete'].includes(event.key));
      if (event.key === 'Escape' || writes) stop();
    };
    show();
    awareness.on('change', show);
    editor.on('update', show);
    window.addEventListener('keydown', onKey, true);
    for (const name of ENDS) window.addEventListener(name, stop, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      caretOf(editor, clientId)?.removeAttribute('data-followed');
      awareness.off('change', show);
      editor.off('update', show);
      window.removeEventListener('keydown', onKey, true);
      for (const name of ENDS) window.removeEventListener(name, stop);
    };
  }, [editor, awareness, clientId, active, stop]);
  return { followed, follow: setClientId, stop };
};
