import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../../lib/api.ts';

/** Does something to suggestions; the document itself brings what came of it. */
export const useSuggestionAct = () => {
  const { mutateAsync, error, isPending } = useMutation({ mutationFn: (act: () => Promise<unknown>) => act() });
  /** Whether it was done; when not, `problem` says why. */
  const run = (act: () => Promise<unknown>): Promise<boolean> =>
    mutateAsync(act).then(
      () => true,
      () => false,
    );
  return { run, pending: isPending, problem: error ? problemOf(error) : null };
};
