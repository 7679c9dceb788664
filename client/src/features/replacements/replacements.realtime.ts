import { REPLACEMENTS_ROOM } from '@beffroi/shared/core/rooms';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, client } from '../../lib/api.ts';
import { useMe } from '../../lib/me.ts';
import { useConnected, useSocketEvent, useWatch } from '../../lib/socket.ts';
import { needOptions, putNeed, shownVersion } from './replacements.api.ts';

/** A burst is one reading; short, since a screen is to show a need half a second after it was published. */
export const GATHER_MS = 60;
/** Beyond as many needs at once, the board is read anew. */
const ONE_BY_ONE = 6;
/** Counts in the margin follow a little later. */
const COUNT_MS = 1_200;

interface Gathered {
  created: boolean;
  updated: Map<string, number>;
}

/** Keeps what is shown of replacements as the server has it: a need that changed is read alone and takes its place where it stands. */
export const useReplacementsRealtime = (): void => {
  const cache = useQueryClient();
  const agent = useMe().communes.length > 0;
  const gathered = useRef<Gathered>({ created: false, updated: new Map() });
  const timers = useRef<{ soon?: ReturnType<typeof setTimeout> | undefined; counts?: ReturnType<typeof setTimeout> | undefined }>({});
  useEffect(() => () => Object.values(timers.current).forEach(clearTimeout), []);

  const stale = (...keys: (readonly unknown[])[]) => keys.forEach((queryKey) => void cache.invalidateQueries({ queryKey }));
  const readOne = async ([id, version]: [string, number]) => {
    stale(api.replacements.candidates.key({ input: { id } }), api.replacements.trail.key({ input: { id } }));
    const shown = shownVersion(cache, id);
    if (shown === null) return stale(needOptions(id).queryKey);
    if (shown >= version && cache.getQueryData(needOptions(id).queryKey)?.version === shown) return;
    // Without an answer the row stays as it is; the next event or reconnection looks again.
    const need = await client.replacements.get({ id }).catch(() => null);
    if (need) putNeed(cache, need);
  };
  const look = () => {
    timers.current.soon = undefined;
    const { created, updated } = gathered.current;
    gathered.current = { created: false, updated: new Map() };
    if (created || updated.size > ONE_BY_ONE) stale(api.replacements.list.key());
    if (updated.size <= ONE_BY_ONE) for (const one of updated) void readOne(one);
    timers.current.counts ??= setTimeout(() => {
      timers.current.counts = undefined;
      stale(api.replacements.summary.key(), api.replacements.mine.key());
    }, COUNT_MS * Math.random());
  };
  const hear = (change: (gathered: Gathered) => void) => {
    change(gathered.current);
    timers.current.soon ??= setTimeout(look, GATHER_MS);
  };
  const everything = () => stale(api.replacements.key());
  useWatch(agent ? REPLACEMENTS_ROOM : null, everything);
  useConnected(() => !agent && everything());
  useSocketEvent('replacement.created', () =>
    hear((all) => {
      all.created = true;
    }),
  );
  useSocketEvent('replacement.updated', ({ id, version }) => hear(({ updated }) => updated.set(id, version)));
};
