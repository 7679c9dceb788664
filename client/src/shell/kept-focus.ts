import { useEffect } from 'react';

/** Parts of a page that have a name, by which a screen reader says where one is. */
const NAMED = ['section', 'article', 'aside'].map((part) => `${part}[aria-labelledby], ${part}[aria-label]`).join();
/** Whoever places the focus herself after an act does so within a few frames. */
const PATIENCE_MS = 100;

/** @returns whether the focus is there */
const bring = (place: HTMLElement): boolean => {
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
  return document.activeElement === place;
};

/** Dialogs and menus lie over the page: once closed, what opened them is still where one comes back to. */
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

/** In the row now at that place, which is the next one where a row went away: what one presses first, else the row itself. */
const inRow = ({ list, index }: Stand): HTMLElement[] => {
  if (!list?.isConnected) return [];
  const row = rowsOf(list)
    .slice(0, index + 1)
    .at(-1);
  return row ? [...row.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)'), row as HTMLElement] : [];
};

const part = (element: Element): HTMLElement[] => [element.closest<HTMLElement>(NAMED)].filter((one) => one !== null);

/** Where one may go in a dialog or a menu that is still open: to the row, else to the dialog itself; nowhere once it is closed. */
const placesOver = (stand: Stand): HTMLElement[] => {
  const left = stand.path.find((element) => element.isConnected);
  return left?.closest(OVER) && !left.matches(OVER) ? [...inRow(stand), ...part(left)] : [];
};

/** Where one may go back to, nearest first: nowhere when the whole page was replaced, since the new one takes the focus itself. */
const placesLeft = (stand: Stand, content: Element): HTMLElement[] => {
  const [opener, ...around] = stand.path;
  if (opener?.isConnected) return [opener as HTMLElement];
  const left = around.find((element) => element.isConnected);
  if (!left || left.contains(content)) return [];
  return [...inRow(stand), ...part(left), ...content.querySelectorAll<HTMLElement>('h1')];
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
    let over: Stand | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      had = target;
      over = target.closest(OVER) ? standAt(target) : null;
      if (!over) stand = standAt(target);
    };
    const mend = () => {
      const content = document.getElementById(contentId);
      if (!content || document.activeElement !== document.body || had?.isConnected !== false) return;
      const places = [...(over ? placesOver(over) : []), ...(stand ? placesLeft(stand, content) : [])];
      had = null;
      // What is not shown does not take it.
      places.some(bring);
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
