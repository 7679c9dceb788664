import { useEffect, useState } from 'react';
import type { Transaction } from 'yjs';
import type { LiveDocument } from './live-document.ts';
import { presentOf } from './people-here.ts';

export interface LastChange {
  /** Milliseconds since 1970. */
  at: number;
  /** Null when who wrote has left already. */
  by: string | null;
  mine: boolean;
}

/** No more often than that: it is read, not watched. */
const RENEWED_MS = 1_000;

/** The windows whose writing a transaction brought. */
const authorsOf = ({ beforeState, afterState }: Transaction): number[] =>
  [...afterState].filter(([client, clock]) => clock > (beforeState.get(client) ?? 0)).map(([client]) => client);

/** When the document last changed while it was open here, and by whom. */
export const useLastChange = (live: LiveDocument | null): LastChange | null => {
  const [last, setLast] = useState<LastChange | null>(null);
  useEffect(() => {
    if (!live) return;
    const { doc, provider } = live;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest: LastChange | null = null;
    const heard = (transaction: Transaction) => {
      // What arrives before both sides are level was written before one came.
      if (transaction.origin === provider ? !provider.synced : !transaction.local) return;
      if (transaction.changed.size === 0) return;
      const client = authorsOf(transaction).at(-1);
      const mine = transaction.origin !== provider;
      const by = client === undefined ? null : (presentOf(client, provider.awareness.getStates().get(client))?.name ?? null);
      newest = { at: Date.now(), by, mine };
      timer ??= setTimeout(() => {
        timer = undefined;
        setLast(newest);
      }, RENEWED_MS);
    };
    doc.on('afterTransaction', heard);
    return () => {
      clearTimeout(timer);
      doc.off('afterTransaction', heard);
    };
  }, [live]);
  return last;
};
