import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useConnected, useSocketEvent } from '../../lib/socket.ts';

/** Told to thousands at one instant, they do not all ask at one instant. */
const SPREAD_MS = 1_500;

/** Keeps what one was told fresh, on every page. */
export const useNotificationsRealtime = (): void => {
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refresh = () => void cache.invalidateQueries({ queryKey: api.notifications.key() });
  useSocketEvent('notification.created', () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, Math.random() * SPREAD_MS);
  });
  useSocketEvent('notification.read', refresh);
  // What was read before the connection stood may lack what came, or was read elsewhere, in between.
  useConnected(refresh);
};
