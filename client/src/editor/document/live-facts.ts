import type { Closing } from '@beffroi/shared/collab/close-codes';
import { readUnsent, writeUnsent } from './kept-documents.ts';

/** How a live document stands; sentences are made of it elsewhere (`save-state.ts`). */
export interface LiveFacts {
  /** Something can be shown: what this device kept, or what the server sent. */
  loaded: boolean;
  /** Connected, and each side has what the other had. */
  synced: boolean;
  /** Changes made here that the server has not confirmed. */
  unsent: number;
  /** The server closed, and asking again would not help. */
  closing: Closing | null;
  /** Attempts in a row that ended without a connection. */
  failures: number;
  /** A connection stood once since the page opened. */
  opened: boolean;
}

export const NOTHING_YET: LiveFacts = { loaded: false, synced: false, unsent: 0, closing: null, failures: 0, opened: false };

const COUNT_KEPT_MS = 500;

/** The facts of one document, with who listens to them; the count of unsent changes outlives the page. */
export const factsStore = (name: string) => {
  const listeners = new Set<() => void>();
  let facts: LiveFacts = { ...NOTHING_YET, unsent: readUnsent(name) };
  let isWaiting = false;
  /** Storage is slow beside a keystroke: that something is unsent is written at once, how much shortly after. */
  const keepCount = (before: number) => {
    const keep = () => {
      isWaiting = false;
      writeUnsent(name, facts.unsent);
    };
    if (before === 0 || facts.unsent === 0) keep();
    else if (!isWaiting) setTimeout(keep, COUNT_KEPT_MS);
    isWaiting = before > 0 && facts.unsent > 0;
  };
  return {
    get: (): LiveFacts => facts,
    set: (next: Partial<LiveFacts>): void => {
      const before = facts.unsent;
      facts = { ...facts, ...next };
      if (facts.unsent !== before) keepCount(before);
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forgetListeners: (): void => listeners.clear(),
  };
};
export type FactsStore = ReturnType<typeof factsStore>;
