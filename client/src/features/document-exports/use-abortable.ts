import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { problemOf } from '../../lib/api.ts';

/** A long task that can be cancelled; it is cancelled with the page. What was cancelled is no failure. */
export const useAbortable = <Input, Result>(task: (input: Input, signal: AbortSignal) => Promise<Result>) => {
  const running = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: async (input: Input) => {
      running.current = new AbortController();
      return task(input, running.current.signal);
    },
  });
  useEffect(() => () => running.current?.abort(), []);
  return {
    ...mutation,
    problem: mutation.error && problemOf(mutation.error),
    cancel: () => {
      running.current?.abort();
      mutation.reset();
    },
  };
};
