import type { Reply, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { replyAnchor } from './use-arrivals.ts';

/** A reply counts as seen once this much of it stands above the bottom of the screen. */
const MARGIN = '0px 0px -60px 0px';

/**
 * The last reply up to which nothing was left unseen: replies shown out of order, or jumped over, stay unread. Deleted ones and
 * one's own need not be seen. Null until there is anything new to tell.
 */
export const useSeenReplies = (replies: readonly Reply[], reading: ThreadPage['reading'], me: string): number | null => {
  const before = useRef(reading).current;
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const waiting = useMemo(
    () => replies.filter(({ number, deleted, author }) => number > before.read && !deleted && author.id !== me).map(({ number }) => number),
    [replies, before, me],
  );
  const left = waiting.filter((number) => !seen.has(number)).join(' ');
  useEffect(() => {
    if (!left) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (document.visibilityState !== 'visible') return;
        const numbers = entries.filter((entry) => entry.isIntersecting).map((entry) => Number(entry.target.id.split('-').at(-1)));
        if (numbers.length > 0) setSeen((known) => new Set([...known, ...numbers]));
      },
      { rootMargin: MARGIN },
    );
    const observe = () => {
      for (const number of left.split(' ')) {
        const element = document.getElementById(replyAnchor(Number(number)));
        if (element) observer.observe(element);
      }
    };
    // A page opened in the background is seen when one comes to it.
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      observer.disconnect();
      observe();
    };
    observe();
    document.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [left]);
  const next = waiting.find((number) => !seen.has(number));
  const upTo = next === undefined ? Math.max(before.read, replies.at(-1)?.number ?? 0) : next - 1;
  return before.isNew || upTo > before.read ? upTo : null;
};

/** The first reply that was new when the page opened, and how many there were; null when there was none. */
export const useFirstUnread = (replies: readonly Reply[], reading: ThreadPage['reading'], settled: boolean, me: string) => {
  const before = useRef(reading).current;
  const [found, setFound] = useState<{ number: number; count: number } | null>(null);
  const looked = useRef(false);
  useEffect(() => {
    if (!settled || looked.current) return;
    looked.current = true;
    // Where nothing was read yet, all of it is new: the line would only say so.
    if (before.unread === null || before.isNew) return;
    const unread = replies.filter(({ number, deleted, author }) => number > before.read && !deleted && author.id !== me);
    const [first] = unread;
    if (first) setFound({ number: first.number, count: unread.length });
  }, [settled, replies, before, me]);
  return found;
};
