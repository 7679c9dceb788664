import { queryClient } from './query-client.ts';

const CHECK_MS = 100;
/** As long without a request under way, the page is taken to have all it asked for, and to be drawn. */
const QUIET_MS = 500;
const PATIENCE_MS = 8_000;

const quiet = () => queryClient.isFetching() === 0 && document.querySelector('main h1') !== null;

let settling: Promise<void> | undefined;

/** Resolves once the first page stands with what it asked for (or after eight seconds): what can wait is loaded then. */
export const whenSettled = (): Promise<void> => {
  settling ??= new Promise((resolve) => {
    const started = Date.now();
    let lastBusy = started;
    const timer = setInterval(() => {
      const now = Date.now();
      if (!quiet()) lastBusy = now;
      if (now - lastBusy < QUIET_MS && now - started < PATIENCE_MS) return;
      clearInterval(timer);
      resolve();
    }, CHECK_MS);
  });
  return settling;
};
