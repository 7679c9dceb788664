import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useReconnected, useSocketEvent } from '../../lib/socket.ts';

/** Reading on is a burst of its own. */
const OWN_MS = 500;
/** What others write is counted again a little later, not by every reader of a club in the same instant. */
const OTHERS_MS = 4_000;

/** Keeps the counts of what waits, and the lists that show it, as the server has them. Mounted once, under the shell. */
export const useAttentionRealtime = (): void => {
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const countSoon = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void cache.invalidateQueries({ queryKey: api.attention.unread.key() }), delay);
  };
  const countLater = () => countSoon(OTHERS_MS * (0.5 + Math.random()));
  const cleared = () => {
    countSoon(OWN_MS);
    // Lists shown follow by themselves (`useListNews`); the others are read anew when one comes back to them.
    for (const queryKey of [api.forum.list.key(), api.today.key(), api.forum.waiting.key()])
      void cache.invalidateQueries({ queryKey, refetchType: 'none' });
  };
  useSocketEvent('attention.changed', cleared);
  useSocketEvent('attention.reset', cleared);
  useSocketEvent('thread.created', countLater);
  useSocketEvent('reply.created', countLater);
  useSocketEvent('thread.updated', countLater);
  useReconnected(cleared);
};
