import { useEffect } from 'react';

/** Parts of a page that have a name, by which a screen reader says where one is. */
const NAMED = 'section[aria-labelledby], section[aria-label], article[aria-labelledby], article[aria-label]';
/** Whoever places the focus herself after an act does so within a few frames. */
const PATIENCE_MS = 100;

const bring = (place: HTMLElement): void => {
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
};

/** Dialogs and menus lie over the page: what opened them is still where one comes back to. */
const OVER = '[data-portal]';

/** An element and what encloses it, the nearest first. */
const pathOf = (element: Element): Element[] => {
  const path: Element[] = [];
  for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) path.push(each);
  return path;
};

/** Where to go back to, nearest to where one was: nowhere when the whole page was replaced, since the new one takes the focus itself. */
const placeLeft = ([opener, ...around]: readonly Element[], content: Element): HTMLElement | null => {
  if (opener?.isConnected) return opener as HTMLElement;
  const left = around.find((element) => element.isConnected);
  if (!left || left.contains(content)) return null;
  return left.closest<HTMLElement>(NAMED) ?? content.querySelector<HTMLElement>('h1');
};

/**
 * When what had the focus goes away (a report decided, a dialog opened from a menu), the focus goes back to what opened it, else to
 * the part of the page it stood in, else to the title: the browser would leave it to nothing, and a screen reader to the top.
 * @param contentId the element that holds the pages
 */
export const useKeptFocus = (contentId: string): void => {
  useEffect(() => {
    let had: Element | null = null;
    let path: Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      had = target;
      if (!target.closest(OVER)) path = pathOf(target);
    };
    const mend = () => {
      const content = document.getElementById(contentId);
      if (!content || document.activeElement !== document.body || had?.isConnected !== false) return;
      const place = placeLeft(path, content);
      had = null;
      if (place) bring(place);
    };
    const observer = new MutationObserver(() => {
      if (had?.isConnected !== false) return;
      clearTimeout(timer);
      timer = setTimeout(mend, PATIENCE_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, [contentId]);
};
