import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { closeOverlay, currentOverlay, openOverlay } from './overlays.ts';

const KEY = 'beffroi-single-keys';
const listeners = new Set<() => void>();

const read = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Storage is forbidden here: shortcuts keep their default.
    return true;
  }
};

/** Single keys can be turned off (WCAG 2.1.4): they disturb whoever dictates or types without aiming. */
export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Storage is forbidden here: the choice cannot be kept.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, read);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys that work everywhere under the shell; `askPath` leads to the question form, where there is one. */
export const useShortcuts = (askPath: string | null): void => {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (currentOverlay() === 'palette') closeOverlay();
      else openOverlay('palette');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (currentOverlay() || isTyping(event.target) || document.querySelector('[role="dialog"]') || !read()) return;
    const act: Record<string, (() => void) | undefined> = {
      '?': () => openOverlay('shortcuts'),
      '/': () => openOverlay('palette'),
      n: askPath ? () => navigate(askPath) : undefined,
    };
    const action = act[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
};
