import { type RefObject, useEffect, useEffectEvent } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The links one goes through, in the order shown. */
const linksIn = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-row] h3 a') ?? [])];

interface ListKeys {
  /** Clears the row whose place is given. */
  clear: (index: number) => void;
  undo: () => void;
}

/**
 * Goes through a list of threads with the keyboard: arrows or J and K move, Enter opens (the row is a link), E clears, U takes
 * back. Single letters keep quiet where the person turned them off.
 */
export const useListKeys = (list: RefObject<HTMLElement | null>, letters: boolean, { clear, undo }: ListKeys): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector('[role="dialog"]')) return;
    const links = linksIn(list.current);
    const row = document.activeElement?.closest('[data-row]');
    const at = links.findIndex((link) => row?.contains(link));
    const go = (to: number) => links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
    const down = () => go(at + 1);
    const up = () => go(at < 0 ? 0 : at - 1);
    const arrows = new Map([
      ['ArrowDown', down],
      ['ArrowUp', up],
    ]);
    const single = new Map([
      ['j', down],
      ['k', up],
      ['e', () => clear(Math.max(at, 0))],
      ['u', undo],
    ]);
    const act = arrows.get(event.key) ?? (letters ? single.get(event.key.toLowerCase()) : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
};

/** Gives the focus to a row's link once the list has been drawn anew; to nothing when it is empty. */
export const focusRowSoon = (list: RefObject<HTMLElement | null>, index: number): void => {
  requestAnimationFrame(() => {
    const links = linksIn(list.current);
    const link = links[Math.min(index, links.length - 1)];
    if (link) link.focus();
    else list.current?.focus();
  });
};
