import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Enough of the tab after it to tell that there is one. */
const NEXT_SHOWN = 40;

/** Where a phone has no room for every tab or filter, brings the one the reader is on into sight. @returns the ref of their `nav` */
export const useCurrentTabShown = (): RefObject<HTMLElement | null> => {
  const tabs = useRef<HTMLElement>(null);
  const { pathname, search } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says which tab is the current one.
  useLayoutEffect(() => {
    const here = tabs.current?.querySelector<HTMLElement>('[aria-current]');
    if (!tabs.current || !here) return;
    const end = here.offsetLeft - tabs.current.offsetLeft + here.offsetWidth;
    if (end > tabs.current.clientWidth) tabs.current.scrollLeft = end - tabs.current.clientWidth + NEXT_SHOWN;
  }, [pathname, search]);
  return tabs;
};
