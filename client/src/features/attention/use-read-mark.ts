import { useEffect, useEffectEvent, useRef } from 'react';
import { tellRead } from './attention.api.ts';

/** Scrolling through replies is one message. */
const GATHER_MS = 700;

/**
 * Tells the server how far a thread was read: soon after, and at once when the page is left or hidden.
 * @param seen the last reply seen without a gap; null until there is anything to tell
 * @param onTold what is shown elsewhere of it can follow
 */
export const useReadMark = (threadId: string, seen: number | null, onTold: (read: number) => void): void => {
  const told = useRef(-1);
  const flush = useEffectEvent(() => {
    if (seen === null || seen <= told.current) return;
    told.current = seen;
    void tellRead(threadId, seen);
    onTold(seen);
  });
  useEffect(() => {
    if (seen === null) return;
    const timer = setTimeout(() => flush(), GATHER_MS);
    return () => clearTimeout(timer);
  }, [seen]);
  useEffect(() => {
    const leave = () => flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      flush();
    };
  }, []);
};
