import { AsyncLocalStorage } from 'node:async_hooks';

const fixed = new AsyncLocalStorage<Date>();

/** The present instant, or the one the surrounding `atInstant` fixed. */
export const now = (): Date => fixed.getStore() ?? new Date();

/** Frees every request from what following `atInstant` through promises costs; for when the past is written. */
export const forgetInstants = (): void => fixed.disable();

/** Runs work as if it were `instant`: the demonstration's past goes through the same commands as the present. */
export const atInstant = <T>(instant: Date, work: () => Promise<T>): Promise<T> => fixed.run(instant, work);
