import { useSyncExternalStore } from 'react';

/**
 * Requests one does not want to see again. Kept on this computer only: refusing leaves no trace elsewhere. Each is forgotten with
 * the day until which it mattered.
 */
type Dismissed = Record<string, string>;

const KEY = 'beffroi.dismissed.';
const listeners = new Set<() => void>();
const NOTHING: Dismissed = {};
let read: { personId: string; text: string | null; value: Dismissed } = { personId: '', text: null, value: NOTHING };

const parsed = (text: string | null): Dismissed => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Dismissed) : NOTHING;
  } catch {
    // Something else wrote there: as good as nothing.
    return NOTHING;
  }
};

const stored = (personId: string): string | null => {
  try {
    return localStorage.getItem(KEY + personId);
  } catch {
    // Storage is forbidden here: nothing was kept.
    return null;
  }
};

const snapshot = (personId: string): Dismissed => {
  const text = stored(personId);
  if (read.personId !== personId || read.text !== text) read = { personId, text, value: parsed(text) };
  return read.value;
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** What this person dismissed here and that still matters, by id. */
export const useDismissed = (personId: string, today: string): ReadonlySet<string> => {
  const all = useSyncExternalStore(subscribe, () => snapshot(personId));
  return new Set(Object.keys(all).filter((id) => (all[id] as string) >= today));
};

/** Dismisses one thing until a day is over. */
export const dismiss = (personId: string, id: string, until: string, today: string): void => {
  const kept = Object.entries(snapshot(personId)).filter(([, day]) => day >= today);
  try {
    localStorage.setItem(KEY + personId, JSON.stringify({ ...Object.fromEntries(kept), [id]: until }));
  } catch {
    // Storage is forbidden or full: it shows again next time, and may be dismissed again.
  }
  for (const listener of listeners) listener();
};
