import { poolRoom } from '@beffroi/shared/core/rooms';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useSocketEvent, useWatch } from '../../lib/socket.ts';

/** Changes one after the other are one reading. */
const GATHER_MS = 400;

/** Keeps a commune’s pool as the server has it: who enters, leaves, or says otherwise when she can come. */
export const usePoolRealtime = (slug: string): void => {
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readAgain = () => {
    timer.current = undefined;
    for (const queryKey of [api.substitutes.list.key(), api.substitutes.acts.key()]) void cache.invalidateQueries({ queryKey });
  };
  useWatch(poolRoom(slug), readAgain);
  useSocketEvent('pool.changed', () => {
    timer.current ??= setTimeout(readAgain, GATHER_MS);
  });
};
