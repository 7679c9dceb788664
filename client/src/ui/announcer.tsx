import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says a sentence to screen readers once they are free, without showing it. */
const announce = (text: string): void => {
  // The same sentence twice would not be a change, hence not be read: a no-break space makes it one.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
};

/** @returns a function that says a sentence in the polite live region. */
export const useAnnounce = (): ((text: string) => void) => announce;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** The one polite live region, mounted for the whole visit: a region added with its text is not read. */
export const Announcer = () => (
  <VisuallyHidden>
    <div aria-live="polite" role="status">
      {useSyncExternalStore(subscribe, () => message)}
    </div>
  </VisuallyHidden>
);
