import { useEffect } from 'react';

/** Parts of a page that have a name, by which a screen reader says where one is. */
const NAMED = 'section[aria-labelledby], section[aria-label], article[aria-labelledby], article[aria-label]';
/** Whoever places the focus herself after an act does so within a few frames. */
const PATIENCE_MS = 100;

const bring = (place: HTMLElement): void => {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
};

/** What encloses an element in the page's content, the nearest first, itself included; empty outside of it. */
const pathOf = (element: Element, content: Element): Element[] => {
  const path: Element[] = [];
  for (let each: Element | null = element; each && each !== content; each = each.parentElement) path.push(each);
  return content.contains(element) ? path : [];
};

/**
 * When what had the focus goes away (a report decided, a dialog's button that has done its work), the focus goes to the part of
 * the page it stood in, else to the title: the browser would leave it to nothing, and a screen reader to the top.
 * @param contentId the element whose content is watched over; when all of it is replaced, the new page takes the focus itself
 */
export const useKeptFocus = (contentId: string): void => {
  useEffect(() => {
    let path: Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const content = () => document.getElementById(contentId);
    const remember = ({ target }: FocusEvent) => {
      const main = content();
      const found = main && target instanceof Element ? pathOf(target, main) : [];
      // In a dialog over the page, what opened it is still where one comes back to.
      if (found.length > 0) path = found;
    };
    const mend = () => {
      if (document.activeElement !== document.body || path[0]?.isConnected !== false) return;
      const left = path.find((element) => element.isConnected);
      path = [];
      const place = left?.closest<HTMLElement>(NAMED) ?? (left && content()?.querySelector<HTMLElement>('h1'));
      if (place) bring(place);
    };
    const observer = new MutationObserver(() => {
      if (path[0]?.isConnected !== false) return;
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
