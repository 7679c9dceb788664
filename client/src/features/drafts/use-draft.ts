import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Draft } from '../../editor/writing-tools.tsx';
import { useMe } from '../../lib/me.ts';
import { readDraft, writeDraft } from './draft-store.ts';

export const AUTOSAVE_MS = 300;

interface Waiting {
  personId: string;
  key: string;
  value: unknown;
}

/**
 * One draft of the person signed in, kept under `key` (`ask`, `reply:<threadId>`, `edit:<id>`).
 * Saved shortly after the last keystroke, and at once when the page is hidden, closed or left.
 */
export const useDraft = <T>(key: string): Draft<T> => {
  const { id: personId } = useMe();
  const found = useMemo(() => readDraft<T>(personId, key), [personId, key]);
  const waiting = useRef<Waiting | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const draft = waiting.current;
    waiting.current = null;
    if (draft) writeDraft(draft.personId, draft.key, draft.value);
  }, []);

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, [flush]);

  const save = useCallback(
    (value: T | null) => {
      if (waiting.current && waiting.current.key !== key) flush();
      waiting.current = { personId, key, value };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, AUTOSAVE_MS);
    },
    [personId, key, flush],
  );
  const clear = useCallback(() => {
    waiting.current = { personId, key, value: null };
    flush();
  }, [personId, key, flush]);

  return { found: found?.value ?? null, foundAt: found?.at ?? null, save, clear };
};
