import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api, client } from './api.ts';
import { answerOrKept } from './kept-answers.ts';

/** Rights change rarely and are announced (`rights.changed`): one reading serves the whole visit. */
export const meOptions = () => ({
  ...api.accounts.me.queryOptions({ staleTime: Number.POSITIVE_INFINITY }),
  queryFn: ({ signal }: { signal: AbortSignal }) => answerOrKept('me', () => client.accounts.me(undefined, { signal })),
});

/** The person signed in. Under the shell she is always known already. */
export const useMe = (): Me => useSuspenseQuery(meOptions()).data;
