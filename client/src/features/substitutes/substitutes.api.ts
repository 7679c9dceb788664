import type { MySubstitute, Pooled, Profile } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { infiniteQueryOptions, keepPreviousData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { offerUndo } from '../../ui/undo-notice.tsx';

export const mineOptions = () => api.substitutes.me.queryOptions();

/** What a substitute says of herself, as she may say it again. */
export const profileOf = ({ metiers, diplomas, communes, maxDistanceKm, home, weeklyMinutes, yearlyMinutes }: MySubstitute): Profile => ({
  metiers,
  diplomas,
  communes,
  maxDistanceKm,
  home,
  weeklyMinutes,
  yearlyMinutes,
});

type Mine = { substitute: MySubstitute | null; communes: { slug: string; name: string }[] };

const nowMine = (cache: QueryClient, mine: Mine): void => {
  cache.setQueryData(mineOptions().queryKey, mine);
  void cache.invalidateQueries({ queryKey: api.substitutes.availability.key() });
};

/** Enters the pool or changes what one said. */
export const useDeclare = (done: () => void) => {
  const cache = useQueryClient();
  return useMutation(
    api.substitutes.declare.mutationOptions({
      onSuccess: (mine) => {
        nowMine(cache, mine);
        done();
      },
    }),
  );
};

/** Leaves the pool at once; for ten seconds one may come back as one was. */
export const useLeave = (substitute: MySubstitute) => {
  const cache = useQueryClient();
  const comeBack = useMutation(api.substitutes.declare.mutationOptions({ onSuccess: (mine) => nowMine(cache, mine) }));
  return useMutation(
    api.substitutes.leave.mutationOptions({
      onSuccess: (mine) => {
        nowMine(cache, mine);
        offerUndo({ message: 'Vous avez quitté le vivier.', undo: () => comeBack.mutate(profileOf(substitute)) });
      },
    }),
  );
};

export interface PoolView {
  slug: string;
  from: 'commune' | 'outside';
  agreed?: 'true' | 'false';
}

export const poolOptions = (view: PoolView) =>
  infiniteQueryOptions({
    ...api.substitutes.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...view, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });

export const agreementActsOptions = (slug: string) =>
  infiniteQueryOptions(
    api.substitutes.acts.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** What a commune’s HR says of somebody; every list that shows her is read again. */
export const useAgreement = (done: (pooled: Pooled) => void) => {
  const cache = useQueryClient();
  const after = {
    onSuccess: (pooled: Pooled) => {
      void cache.invalidateQueries({ queryKey: api.substitutes.key() });
      done(pooled);
    },
  };
  return {
    agree: useMutation(api.substitutes.agree.mutationOptions(after)),
    withdraw: useMutation(api.substitutes.withdraw.mutationOptions(after)),
  };
};
