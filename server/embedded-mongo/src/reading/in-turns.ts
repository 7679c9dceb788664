import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../storage/store.ts';

/** How long one command may keep the others waiting before it lets them through, in milliseconds. */
const TURN = 15;

/** Runs a search to its end, letting other commands through at the places where it pauses. */
export async function runInTurns<T>(store: Store, search: Iterator<unknown, T>): Promise<T> {
  let begun = Date.now();
  for (;;) {
    const { done, value } = search.next();
    if (done) return value as T;
    if (Date.now() - begun < TURN) continue;
    await nextTurn();
    store.resumed();
    begun = Date.now();
  }
}

/** Goes through all that a search finds, pausing at each. */
export function* eachOf<T>(found: Iterable<T | undefined>, take: (item: T) => void): Generator<undefined, void, void> {
  for (const item of found) {
    if (item !== undefined) take(item);
    yield undefined;
  }
}
