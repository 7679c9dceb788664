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

const ROW = '[data-row]';

/** Where one is in the page. */
interface Stand {
  /** What has the focus and what encloses it, the nearest first. */
  path: Element[];
  /** The list in whose row that is, and which row it is. */
  list: Element | null;
  index: number;
}

const rowsOf = (list: Element): Element[] => [...list.children].filter((child) => child.matches(ROW));

const standAt = (element: Element): Stand => {
  const path: Element[] = [];
  for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) path.push(each);
  const row = element.closest(ROW);
  const list = row?.parentElement ?? null;
  return { path, list, index: row && list ? rowsOf(list).indexOf(row) : 0 };
};

/** What one presses first in the row now at that place, which is the next one where a row went away. */
const inRow = ({ list, index }: Stand): HTMLElement | null => {
  if (!list?.isConnected) return null;
  const rows = rowsOf(list);
  return rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('a[href], button:not(:disabled)') ?? null;
};

/** Where to go back to, nearest to where one was: nowhere when the whole page was replaced, since the new one takes the focus itself. */
const placeLeft = (stand: Stand, content: Element): HTMLElement | null => {
  const [opener, ...around] = stand.path;
  if (opener?.isConnected) return opener as HTMLElement;
  const left = around.find((element) => element.isConnected);
  if (!left || left.contains(content)) return null;
  return inRow(stand) ?? left.closest<HTMLElement>(NAMED) ?? content.querySelector<HTMLElement>('h1');
};

/**
 * When what had the focus goes away (a report decided, a dialog opened from a menu), the focus goes back to what opened it, else to
 * the row of the list, else to the part of the page it stood in, else to the title: the browser would leave it to nothing, and a screen reader to the top.
 * @param contentId the element that holds the pages
 */
export const useKeptFocus = (contentId: string): void => {
  useEffect(() => {
    let had: Element | null = null;
    let stand: Stand | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      had = target;
      if (!target.closest(OVER)) stand = standAt(target);
    };
    const mend = () => {
      const content = document.getElementById(contentId);
      if (!content || !stand || document.activeElement !== document.body || had?.isConnected !== false) return;
      const place = placeLeft(stand, content);
      had = null;
      if (place) bring(place);
    };
    const observer = new MutationObserver(() => {
      if (had?.isConnected !== false) return;
      clearTimeout(timer);
      timer = setTimeout(mend, PATIENCE_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    // Before what it runs into may take it away.
    document.addEventListener('focusin', remember, true);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember, true);
    };
  }, [contentId]);
};
