import { startTransition, useCallback, useOptimistic } from 'react';
import { useSearchParams } from 'react-router';

type Values<K extends string> = Record<K, string>;
type Changes<K extends string> = Partial<Record<K, string | null>>;

/** Filters kept in the address: shared by a link, found again on return. An empty value leaves the address. */
export const useAddressFilters = <K extends string>(keys: readonly K[]): [Values<K>, (changes: Changes<K>) => void] => {
  const [query, setQuery] = useSearchParams();
  const values = Object.fromEntries(keys.map((key) => [key, query.get(key) ?? ''])) as Values<K>;
  // The router changes the address in a transition; a box must look ticked at once.
  const [shown, show] = useOptimistic(values, (before, changes: Changes<K>) => {
    const next = { ...before };
    for (const [key, value] of Object.entries(changes) as [K, string | null][]) next[key] = value ?? '';
    return next;
  });
  const change = useCallback(
    (changes: Changes<K>) =>
      startTransition(() => {
        show(changes);
        setQuery(
          (before) => {
            const next = new URLSearchParams(before);
            for (const [key, value] of Object.entries(changes) as [K, string | null][]) {
              if (value) next.set(key, value);
              else next.delete(key);
            }
            return next;
          },
          { replace: true },
        );
      }),
    [show, setQuery],
  );
  return [shown, change];
};
