import { vi } from 'vitest';

/** Asks again until what is expected holds. Vitest alone gives up after a second, which one answer may take on a busy machine. */
export const eventually = <T>(expectation: () => T | Promise<T>): Promise<T> => vi.waitFor(expectation, { timeout: 10_000 });
