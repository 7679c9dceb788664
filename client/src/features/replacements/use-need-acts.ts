import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import { needOptions, putNeed } from './replacements.api.ts';

/** What is shown of a need is read again after an act of one’s own, at once where the server answered with it. */
export const useRefreshNeed = (id: string) => {
  const cache = useQueryClient();
  return async (): Promise<void> => {
    for (const queryKey of [api.replacements.candidates.key({ input: { id } }), api.replacements.trail.key({ input: { id } })])
      void cache.invalidateQueries({ queryKey });
    for (const queryKey of [api.replacements.summary.key(), api.replacements.mine.key()]) void cache.invalidateQueries({ queryKey });
    const need = await cache.fetchQuery({ ...needOptions(id), staleTime: 0 }).catch(() => null);
    if (need) putNeed(cache, need);
  };
};

type Booked = Parameters<typeof client.replacements.book>[0];

/** Books what a substitute offered: all of it or nothing. Taken or not, the need is read again. */
export const useBook = (id: string) => {
  const refresh = useRefreshNeed(id);
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: Omit<Booked, 'id'>) => client.replacements.book({ id, ...input }),
    onSettled: refresh,
  });
};

/** Says which half-days one can come for, or takes it back. */
export const useOffer = (id: string) => {
  const refresh = useRefreshNeed(id);
  const offer = useMutation({
    networkMode: 'always',
    mutationFn: (input: Omit<Parameters<typeof client.replacements.offer>[0], 'id'>) => client.replacements.offer({ id, ...input }),
    onSettled: refresh,
  });
  const withdraw = useMutation({ networkMode: 'always', mutationFn: () => client.replacements.withdraw({ id }), onSettled: refresh });
  return { offer, withdraw };
};
