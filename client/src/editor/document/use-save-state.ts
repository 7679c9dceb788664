import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { LiveDocument } from './live-document.ts';
import { NOTHING_YET } from './live-facts.ts';
import { type Circumstances, type SaveState, saveStateOf } from './save-state.ts';

const hearNothing = () => () => {};

const same = (a: SaveState, b: SaveState): boolean => (Object.keys(a) as (keyof SaveState)[]).every((key) => a[key] === b[key]);

/** The same object while nothing is said otherwise: whoever reads it is drawn again only then. */
const useStable = (live: LiveDocument | null, read: () => SaveState): SaveState => {
  const last = useRef<SaveState | null>(null);
  return useSyncExternalStore(live?.subscribe ?? hearNothing, () => {
    const now = read();
    if (!last.current || !same(last.current, now)) last.current = now;
    return last.current;
  });
};

/** How the document stands, in words, changing with each key typed: for the line that says so, which alone is drawn again. */
export const useSaveState = (live: LiveDocument | null, circumstances: Omit<Circumstances, 'facts'>): SaveState =>
  useStable(live, () => saveStateOf({ ...circumstances, facts: live?.facts() ?? NOTHING_YET }));

/** The same, blind to what is on its way or counted: for the screen around the text, which has nothing to do at a keystroke. */
export const useStanding = (live: LiveDocument | null, circumstances: Omit<Circumstances, 'facts'>): SaveState =>
  useStable(
    live,
    useCallback(() => {
      const facts = live?.facts() ?? NOTHING_YET;
      // What is kept is part of what a document explains that is closed or no longer takes changes.
      return saveStateOf({
        ...circumstances,
        facts: facts.closing || !facts.opened || !circumstances.mayWrite ? facts : { ...facts, unsent: 0 },
      });
    }, [live, circumstances]),
  );
