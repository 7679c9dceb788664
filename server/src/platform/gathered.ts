import DataLoader from 'dataloader';

/** Of what comes one upon the other, no write leaves sooner after the last. */
const EVERY_MS = 100;
/** So many make one write at most: readers wait behind it. */
const MOST = 30;

/**
 * Writes that follow everything people do, made together: the first leaves at once, those asked for soon after it leave as one.
 * @param write makes all of them, in the order asked
 * @returns how to ask for one: resolves to what `write` gave for all that left with it, and throws what it threw
 */
export const gathered = <T, R>(write: (all: readonly T[]) => Promise<R>): ((one: T) => Promise<R>) => {
  let free = 0;
  const leaveTogether = async (all: readonly T[]): Promise<R[]> => {
    const result = await write(all);
    return all.map(() => result);
  };
  const writes = new DataLoader<T, R>(leaveTogether, {
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (leave) => {
      const at = Math.max(Date.now(), free);
      free = at + EVERY_MS;
      setTimeout(leave, at - Date.now());
    },
  });
  return (one) => writes.load(one);
};
