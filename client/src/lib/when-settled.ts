import { queryClient } from './query-client.ts';

const CHECK_MS = 100;
const PATIENCE_MS = 5_000;

const settled = () => queryClient.isFetching() === 0 && document.querySelector('main h1') !== null;

let settling: Promise<void> | undefined;

/** Resolves once the first page stands with what it asked for (or after five seconds): what can wait is loaded then. */
export const whenSettled = (): Promise<void> => {
  settling ??= new Promise((resolve) => {
    const started = Date.now();
    const timer = setInterval(() => {
      if (!settled() && Date.now() - started < PATIENCE_MS) return;
      clearInterval(timer);
      resolve();
    }, CHECK_MS);
  });
  return settling;
};
