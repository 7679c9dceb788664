import { startRecurring } from '../../platform/recurring-work.ts';

/** What another process planned, or left behind, is seen after this at the latest. */
const LOOK_EVERY_MS = 60_000;

interface Work {
  name: string;
  /** Does all that is due; stops between two things once told to. */
  run: (goOn: () => boolean) => Promise<void>;
  /** When something comes due next; null for not soon. */
  nextAt: () => Promise<Date | null>;
  /** Hears what asks for it; gives back how to stop hearing. */
  listen?: (start: () => void) => () => void;
}

/**
 * Runs work one at a time: when asked to, when it comes due, and from time to time for what another process left.
 * @returns how to stop; what is under way is finished first
 */
export const runWhenDue = ({ name, run, nextAt, listen }: Work): (() => Promise<void>) => {
  let wake = () => {};
  let alarm: NodeJS.Timeout | undefined;
  const setAlarm = async (goOn: () => boolean): Promise<void> => {
    const at = await nextAt();
    clearTimeout(alarm);
    const wait = at ? at.getTime() - Date.now() : LOOK_EVERY_MS;
    // What is further away is for the look that comes before it.
    if (goOn() && wait < LOOK_EVERY_MS) alarm = setTimeout(wake, Math.max(wait, 50)).unref();
  };
  const stop = startRecurring({
    name,
    everyMs: LOOK_EVERY_MS,
    work: async (goOn) => {
      await run(goOn);
      await setAlarm(goOn);
    },
    atOnce: true,
    listen: (start) => {
      wake = start;
      return listen?.(start) ?? (() => {});
    },
  });
  return async () => {
    clearTimeout(alarm);
    await stop();
  };
};
