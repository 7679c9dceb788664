import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters kept in the address: shared by a link, found again on return. An empty value leaves the address. */
export const useAddressFilters = <K extends string>(
  keys: readonly K[],
): [Record<K, string>, (changes: Partial<Record<K, string | null>>) => void] => {
  const [query, setQuery] = useSearchParams();
  const values = Object.fromEntries(keys.map((key) => [key, query.get(key) ?? ''])) as Record<K, string>;
  const change = useCallback(
    (changes: Partial<Record<K, string | null>>) =>
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
      ),
    [setQuery],
  );
  return [values, change];
};
