import { parisDate } from '@beffroi/shared/core/half-days';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useDismissed } from '../../lib/dismissed.ts';
import { useMe } from '../../lib/me.ts';
import { useConnected, useSocketEvent } from '../../lib/socket.ts';

/** What others do is counted again a little later, not by every screen in the same instant. */
const LATER_MS = 4_000;

/** Whether replacements concern the person at all: agents, and substitutes from outside; no guest of a club. */
export const useSeesReplacements = (): boolean => useMe().abilities['replacements.read'];

/** What waits for the person there, as last counted. */
export const useReplacementsAttention = (enabled: boolean) =>
  useQuery(api.replacements.attention.queryOptions({ enabled, staleTime: 60_000 })).data;

/** How much waits for the person in the exchange of replacements; nothing until it is known. */
export const useReplacementsWaiting = (): { count: number; words: [one: string, many: string] } => {
  const me = useMe();
  const cache = useQueryClient();
  const enabled = useSeesReplacements();
  const dismissed = useDismissed(me.id, parisDate(new Date()));
  const data = useReplacementsAttention(enabled);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const countLater = () => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        void cache.invalidateQueries({ queryKey: api.replacements.attention.key() });
      },
      LATER_MS * (0.5 + Math.random()),
    );
  };
  useSocketEvent('replacement.created', countLater);
  useSocketEvent('replacement.updated', countLater);
  useConnected(countLater);
  const { missing = 0, asked = [], toConfirm = 0 } = data ?? {};
  if (missing > 0) return { count: missing, words: ['demi-journée à pourvoir', 'demi-journées à pourvoir'] };
  return { count: asked.filter((id) => !dismissed.has(id)).length + toConfirm, words: ['demande pour vous', 'demandes pour vous'] };
};
