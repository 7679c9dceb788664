import type { CatchUp, CatchUpItem } from '@beffroi/shared/features/attention/attention.contract';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { useConnected, useSocketEvent } from '../../lib/socket.ts';
import { UNDO_MS } from '../../ui/undo-notice.tsx';
import { CATCH_UP_PAGE, tellRead } from './attention.api.ts';

/**
 * What is cleared from the list of what waits. What was seen only ever grows: the last clearing is told to the server once the
 * next is made, the page is left, or ten seconds have gone by, and until then can be taken back.
 */
export const useClearing = () => {
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<CatchUpItem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = () => {
    clearTimeout(timer.current);
    if (last.current) void tellRead(last.current.thread.id, last.current.lastNumber);
    last.current = null;
  };
  const clear = (item: CatchUpItem) => {
    send();
    last.current = item;
    timer.current = setTimeout(send, UNDO_MS);
    setCleared((ids) => new Set([...ids, item.thread.id]));
  };
  /** @returns what came back; null when nothing can be taken back any more */
  const undo = (): CatchUpItem | null => {
    const item = last.current;
    clearTimeout(timer.current);
    last.current = null;
    if (item) setCleared((ids) => new Set([...ids].filter((id) => id !== item.thread.id)));
    return item;
  };
  const leave = useEffectEvent(send);
  useEffect(() => {
    const onLeave = () => leave();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      leave();
    };
  }, []);
  return { cleared, clear, undo };
};

/**
 * What was read meanwhile on another device, by thread: as it is told and, for what was told before anyone listened, as the server
 * knows it at each connection. The list itself does not move under the one who goes through it.
 */
export const useReadElsewhere = (items: readonly CatchUpItem[]): ReadonlyMap<string, number> => {
  const [read, setRead] = useState<ReadonlyMap<string, number>>(new Map());
  useSocketEvent('attention.changed', (event) => setRead((known) => new Map([...known, [event.threadId, event.read]])));
  useConnected(() => {
    const compare = ({ items: waiting, nextCursor }: CatchUp): void => {
      if (nextCursor !== null) return;
      const left = new Set(waiting.map(({ thread }) => thread.id));
      const gone = items.filter(({ thread }) => !left.has(thread.id));
      setRead((known) => new Map([...known, ...gone.map(({ thread, lastNumber }) => [thread.id, lastNumber] as const)]));
    };
    // What cannot be asked now is asked at the next connection.
    client.attention.catchUp({ limit: CATCH_UP_PAGE }).then(compare, () => undefined);
  });
  return read;
};
