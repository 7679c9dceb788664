import type { ForumEvents } from '@beffroi/shared/features/forum/forum.events';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useSocketEvent } from '../../lib/socket.ts';

type Changes = Pick<ForumEvents, 'thread.created' | 'thread.updated' | 'thread.moved' | 'reply.created' | 'reply.updated'>;
type Payload<E extends keyof Changes> = Parameters<Changes[E]>[0];

/** What each event makes stale, beside the lists and the thread that follow their own (`thread-list`, `use-live-thread`). */
const STALE: { [E in keyof Changes]: (event: Payload<E>) => QueryKey[] } = {
  'thread.created': ({ clubSlug }) => [
    api.today.key(),
    api.forum.waiting.key(),
    api.clubs.list.key(),
    api.clubs.get.key({ input: { slug: clubSlug } }),
  ],
  'thread.updated': () => [api.today.key(), api.forum.waiting.key(), api.forum.similar.key()],
  // The list shown says so itself; a reader who may not follow is told that the page is gone.
  'thread.moved': () => [api.today.key(), api.forum.key(), api.clubs.list.key()],
  'reply.created': () => [api.today.key(), api.forum.waiting.key()],
  'reply.updated': () => [api.today.key()],
};

/** A burst of votes is one reading. */
export const GATHER_MS = 800;

/** Marks stale what the forum's events changed, in bursts. */
export const useForumRealtime = (): void => {
  const cache = useQueryClient();
  const gathered = useRef(new Map<string, QueryKey>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stale = (keys: QueryKey[]) => {
    for (const key of keys) gathered.current.set(JSON.stringify(key), key);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const all = [...gathered.current.values()];
      gathered.current.clear();
      for (const queryKey of all) void cache.invalidateQueries({ queryKey });
    }, GATHER_MS);
  };
  useSocketEvent('thread.created', (event) => stale(STALE['thread.created'](event)));
  useSocketEvent('thread.updated', (event) => stale(STALE['thread.updated'](event)));
  useSocketEvent('thread.moved', (event) => stale(STALE['thread.moved'](event)));
  useSocketEvent('reply.created', (event) => stale(STALE['reply.created'](event)));
  useSocketEvent('reply.updated', (event) => stale(STALE['reply.updated'](event)));
};
