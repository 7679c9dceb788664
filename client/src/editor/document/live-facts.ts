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

/** The facts of one document, with who listens to them; the count of unsent changes outlives the page. */
export const factsStore = (name: string) => {
  const listeners = new Set<() => void>();
  let facts: LiveFacts = { ...NOTHING_YET, unsent: readUnsent(name) };
  return {
    get: (): LiveFacts => facts,
    set: (next: Partial<LiveFacts>): void => {
      if (next.unsent !== undefined) writeUnsent(name, next.unsent);
      facts = { ...facts, ...next };
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
