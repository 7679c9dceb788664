import { useEffect, useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** How long a returning page may take to grow back to where the person was. */
const PATIENCE_MS = 3_000;
const positions = new Map<string, number>();

/** Scrolls to `top` once the page is tall enough, unless the person scrolls first. @returns the way to give up. */
const scrollWhenTallEnough = (top: number): (() => void) => {
  const started = performance.now();
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('wheel', stop);
    window.removeEventListener('touchstart', stop);
  };
  const attempt = () => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) > 2 && performance.now() - started < PATIENCE_MS) frame = requestAnimationFrame(attempt);
    else stop();
  };
  window.addEventListener('wheel', stop, { passive: true });
  window.addEventListener('touchstart', stop, { passive: true });
  attempt();
  return stop;
};

/** Returning to a page finds it where it was left; going to one begins at its top. Deep links scroll by themselves. */
export const useScrollMemory = (): void => {
  const { key, pathname, hash } = useLocation();
  const arrival = useNavigationType();
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
  }, []);
  useLayoutEffect(() => {
    const known = positions.get(key);
    const giveUp = arrival === 'POP' && known !== undefined ? scrollWhenTallEnough(known) : undefined;
    const remember = () => positions.set(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => {
      giveUp?.();
      window.removeEventListener('scroll', remember);
    };
  }, [key, arrival]);
  // A filter changes the address, not the page: only another page starts at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what the scroll follows.
  useLayoutEffect(() => {
    if (arrival !== 'POP' && !hash) window.scrollTo(0, 0);
  }, [pathname]);
};
