import { ofPerson } from '@beffroi/shared/core/french-of';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useMe } from '../../lib/me.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';

/** Where a reply stands in the page. */
export const replyAnchor = (number: number): string => `reponse-${number}`;

/** Whether an element is on the screen, as of the last frame; `onSeen` each time it comes there. */
const useOnScreen = (element: RefObject<HTMLElement | null>, onSeen: () => void): RefObject<boolean> => {
  const visible = useRef(false);
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      visible.current = entry?.isIntersecting ?? false;
      if (visible.current) seen();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return visible;
};

/**
 * The replies that arrived while the page was open: all of them fade in once and are announced, and those that came
 * where the reader does not look wait in `unseen` until she sees them.
 */
export const useArrivals = (replies: readonly Reply[], settled: boolean, end: RefObject<HTMLElement | null>) => {
  const { id: me } = useMe();
  const announce = useAnnounce();
  const seenUpTo = useRef<number | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<number>>(new Set());
  const [unseen, setUnseen] = useState<readonly number[]>([]);
  // At the end of the page nothing is left to go to.
  const atEnd = useOnScreen(end, () => setUnseen([]));

  useEffect(() => {
    if (!settled) return;
    const last = replies.at(-1)?.number ?? 0;
    if (seenUpTo.current === null) seenUpTo.current = last;
    const before = seenUpTo.current;
    const arrived = replies.filter((reply) => reply.number > before);
    if (!arrived.length) return;
    seenUpTo.current = last;
    setFresh((numbers) => new Set([...numbers, ...arrived.map((reply) => reply.number)]));
    const others = arrived.filter((reply) => reply.author.id !== me);
    const [first] = others;
    if (!first) return;
    announce(others.length === 1 ? `Nouvelle réponse ${ofPerson(personLabel(first.author))}` : `${others.length} nouvelles réponses`);
    if (!atEnd.current) setUnseen((numbers) => [...numbers, ...others.map((reply) => reply.number)]);
  }, [replies, settled, me, announce, atEnd]);

  useEffect(() => {
    if (!unseen.length) return;
    const observer = new IntersectionObserver((entries) => {
      const visible = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.id);
      if (visible.length) setUnseen((numbers) => numbers.filter((number) => !visible.includes(replyAnchor(number))));
    });
    for (const number of unseen) {
      const element = document.getElementById(replyAnchor(number));
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [unseen]);

  return { fresh, unseen };
};

/** Frames a reply may take to be shown once it is known: the cache tells the page a little later. */
const FRAMES_MAX = 60;

/** Gives the focus to a reply about to be shown, moving the page no more than it must. */
export const focusReplySoon = (number: number, frames = FRAMES_MAX): void => {
  requestAnimationFrame(() => {
    const element = document.getElementById(replyAnchor(number));
    if (!element) return frames > 0 ? focusReplySoon(number, frames - 1) : undefined;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
};

/** Brings a reply before the reader's eyes, and the focus with it. */
export const goToReply = (number: number): boolean => {
  const element = document.getElementById(replyAnchor(number));
  if (!element) return false;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  element.focus({ preventScroll: true });
  return true;
};
