import { useSyncExternalStore } from 'react';

const TICK_MS = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

const read = () => {
  if (timer === undefined) now = Math.max(now, Math.floor(Date.now() / TICK_MS) * TICK_MS);
  return now;
};

/** Milliseconds since 1970, renewed twice a minute: one timer for every relative time on the page. */
export const useNow = (): number => useSyncExternalStore(subscribe, read);
