import { inBackground } from './logger.ts';

interface RecurringWork {
  /** Names it in the log when it fails. */
  name: string;
  everyMs: number;
  /** Does all that is due; where that may be long, it stops between two things once `goOn` says so. */
  work: (goOn: () => boolean) => Promise<unknown>;
  /** Also when it starts. */
  atOnce?: boolean;
  /** Hears what asks for it before its time; gives back how to stop hearing. */
  listen?: (wake: () => void) => () => void;
}

/**
 * Runs work from time to time, and when asked to, never beside itself: what asks for it meanwhile has it run once more. A failure is
 * logged, and the next time comes all the same.
 * @returns how to stop; what is under way is finished first
 */
export const startRecurring = ({ name, everyMs, work, atOnce = false, listen }: RecurringWork): (() => Promise<void>) => {
  let stopped = false;
  let asked = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (asked && !stopped) {
      asked = false;
      await work(() => !stopped);
    }
  };
  const wake = (): void => {
    asked = true;
    if (running || stopped) return;
    const turn = run().finally(() => {
      running = null;
    });
    running = turn;
    inBackground(name, () => turn);
  };
  const stopHearing = listen?.(wake);
  const timer = setInterval(wake, everyMs).unref();
  if (atOnce) wake();
  return async () => {
    stopped = true;
    stopHearing?.();
    clearInterval(timer);
    await running?.catch(() => {});
  };
};
