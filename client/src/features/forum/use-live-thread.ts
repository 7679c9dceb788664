import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { threadRoom } from '@beffroi/shared/core/rooms';
import { TYPING_LAPSE_MS } from '@beffroi/shared/features/forum/forum.events';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../lib/me.ts';
import { useSocketEvent, useWatch } from '../../lib/socket.ts';
import { threadOptions, useThreadSync } from './forum.api.ts';

/** A hundred votes in a second are one reading. */
const GATHER_MS = 400;

/** After a failed reading; spread out, so that a server that comes back is not asked by all at once. */
const RETRY_MS = 4_000;

const useGathered = <T>(flush: (items: T[]) => void) => {
  const items = useRef(new Set<T>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => () => clearTimeout(timer.current), []);
  return (item: T) => {
    items.current.add(item);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const all = [...items.current];
      items.current.clear();
      latest.current(all);
    }, GATHER_MS);
  };
};

/**
 * Keeps the shown thread as the server has it: what arrives, what changes, and after a break what was missed.
 * `settled` once everything written before the page opened is there: what comes after is an arrival.
 * A reading that fails is tried again a little later, from the last number known.
 */
export const useLiveThread = (id: string, known: boolean): { settled: boolean } => {
  const [settledId, setSettledId] = useState<string | null>(null);
  const sync = useThreadSync(id);
  const cache = useQueryClient();
  const log = () => cache.getQueryData(threadOptions(id).queryKey)?.log;
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(retry.current), []);
  const catchUp = (): void => {
    clearTimeout(retry.current);
    sync.catchUp().catch(() => {
      // While the network is away the reconnection catches up; this is for an answer that failed on its own.
      retry.current = setTimeout(catchUp, RETRY_MS * (0.5 + Math.random()));
    });
  };
  const reread = (from: number, to: number) => void sync.reread(from, to).catch(() => undefined);
  const watchedBefore = useRef<string | null>(null);

  useWatch(threadRoom(id), () => {
    const again = watchedBefore.current === id;
    watchedBefore.current = id;
    catchUp();
    // Edits and votes have no number to ask from: after a break the replies already shown are read again.
    const upTo = log()?.knownUpTo;
    if (again && upTo) reread(1, upTo);
  });
  // The rest of a long thread, after its first page.
  useEffect(() => {
    if (!known) return;
    const settle = () => setSettledId(id);
    void sync.catchUp().then(settle, settle);
  }, [known, sync, id]);

  const threadChanged = useGathered<string>(() => catchUp());
  const replyChanged = useGathered<string>((ids) => {
    const numbers = (log()?.replies ?? []).filter((reply) => ids.includes(reply.id)).map((reply) => reply.number);
    if (numbers.length) reread(Math.min(...numbers), Math.max(...numbers));
  });
  useSocketEvent('reply.created', ({ threadId, number }) => {
    if (threadId === id && number > (log()?.knownUpTo ?? 0)) catchUp();
  });
  useSocketEvent('thread.updated', (event) => event.id === id && threadChanged(event.id));
  useSocketEvent('reply.updated', (event) => event.threadId === id && replyChanged(event.id));
  return { settled: settledId === id };
};

/** Who reads the thread now: how many, and the first few. */
export const usePresence = (id: string): { count: number; people: PersonRef[] } => {
  const [presence, setPresence] = useState({ threadId: id, count: 0, people: [] as PersonRef[] });
  useSocketEvent('thread.presence', (event) => event.threadId === id && setPresence(event));
  return presence.threadId === id ? presence : { count: 0, people: [] };
};

/** Who is writing a reply just now, oneself left out. */
export const useTyping = (id: string): PersonRef[] => {
  const { id: me } = useMe();
  const [writing, setWriting] = useState<{ person: PersonRef; until: number }[]>([]);
  useSocketEvent('thread.typing', ({ threadId, person, typing }) => {
    if (threadId !== id || person.id === me) return;
    setWriting((list) => {
      const others = list.filter((entry) => entry.person.id !== person.id);
      return typing ? [...others, { person, until: Date.now() + TYPING_LAPSE_MS }] : others;
    });
  });
  const next = Math.min(...writing.map((entry) => entry.until));
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const timer = setTimeout(
      () => setWriting((list) => list.filter((entry) => entry.until > Date.now())),
      Math.max(0, next - Date.now()) + 20,
    );
    return () => clearTimeout(timer);
  }, [next]);
  return writing.map((entry) => entry.person);
};
