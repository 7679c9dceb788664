import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './api.ts';

const TRANSIENT = new Set([0, 502, 503, 504]);
const RETRIES = 2;

/** The one cache. Live events and reconnections tell it what is stale; time alone does so slowly. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      // Off-line, a request fails and says so instead of waiting in silence.
      networkMode: 'always',
      retry: (failures, error) => failures < RETRIES && TRANSIENT.has(problemOf(error).status),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
