import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Active, HighlightedPassages } from '../editor/document/highlights.ts';
import { SuggestionMode } from '../editor/document/suggestion-mode.ts';

/** How long the reason is shown why something cannot be proposed. */
const REFUSAL_MS = 7_000;

/** The mode in which whatever one writes is proposed, and what the editor needs for it and for the margin. */
export const useSuggesting = (author: { id: string; name: string }, onEntered: (active: Active) => void) => {
  const [isOn, setOn] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const first = useRef(author);
  const entered = useRef(onEntered);
  entered.current = onEntered;
  // Made once: the editor reads its extensions when it is built.
  const extensions = useMemo(
    () => [
      SuggestionMode.configure({ author: first.current, onRefused: setRefusal }),
      HighlightedPassages.configure({ onEntered: (active) => entered.current(active) }),
    ],
    [],
  );
  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(() => setRefusal(null), REFUSAL_MS);
    return () => clearTimeout(timer);
  }, [refusal]);
  return { isOn, setOn, refusal, extensions };
};

/** Puts the editor in that mode, or out of it; whatever editor it is that the screen shows. */
export const useModeOf = (editor: Editor | null, isOn: boolean): void => {
  useEffect(() => {
    if (editor && !editor.isDestroyed && editor.storage.suggestionMode) editor.storage.suggestionMode.isOn = isOn;
  }, [editor, isOn]);
};
