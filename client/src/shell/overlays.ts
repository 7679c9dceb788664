import { useSyncExternalStore } from 'react';

/** What may lie over the page; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | null;

let overlay: Overlay = null;
/** Where the focus was when it opened. */
let origin: Element | null = null;
const listeners = new Set<() => void>();

const set = (next: Overlay) => {
  overlay = next;
  for (const listener of listeners) listener();
};

/** Opens an overlay in place of the one that is open, if any. */
export const openOverlay = (next: Exclude<Overlay, null>): void => {
  if (!overlay) origin = document.activeElement;
  set(next);
};

/** Closes it. The focus goes back where it was, unless the person is on her way to another page, whose heading takes it. */
export const closeOverlay = ({ leaving = false } = {}): void => {
  set(null);
  const target = origin;
  origin = null;
  if (leaving || !(target instanceof HTMLElement)) return;
  // A menu's entry is gone by now: its button stands for it.
  const back =
    target.isConnected && !target.closest('[role="menu"]') ? target : document.querySelector<HTMLElement>('header [aria-haspopup="menu"]');
  setTimeout(() => back?.focus());
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** For listeners outside of React's rendering. */
export const currentOverlay = (): Overlay => overlay;

export const useOverlay = (): Overlay => useSyncExternalStore(subscribe, currentOverlay);
