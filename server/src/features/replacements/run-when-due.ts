import { inBackground } from '../../platform/logger.ts';

/** Waves and warnings are on time to that. */
const LOOK_EVERY_MS = 5_000;

/**
 * Runs work one at a time: when asked to, and from time to time for what has come due or was left by another process.
 * @param listen hears what asks for it; gives back how to stop hearing
 * @returns how to stop; what is under way is finished first
 */
export const runWhenDue = (
  name: string,
  work: (goOn: () => boolean) => Promise<void>,
  listen: (start: () => void) => () => void = () => () => {},
): (() => Promise<void>) => {
  let stopped = false;
  let asked = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (asked && !stopped) {
      asked = false;
      await work(() => !stopped);
    }
  };
  const start = (): void => {
    asked = true;
    running ??= run().finally(() => {
      running = null;
    });
    inBackground(name, () => running ?? Promise.resolve());
  };
  const stopHearing = listen(start);
  const timer = setInterval(start, LOOK_EVERY_MS).unref();
  start();
  return async () => {
    stopped = true;
    stopHearing();
    clearInterval(timer);
    await running?.catch(() => {});
  };
};
