import { successor } from '../order/byte-range.ts';
import type { Retired } from '../storage/catalog.ts';
import type { Store } from '../storage/store.ts';

/** What is kept under numbers that no collection and no index bears, and that nobody is going to delete. */
export function findRemains(store: Store): Retired[] {
  const collections = store.catalog.list();
  const retired = store.catalog.retired();
  const borne = {
    documents: new Set(collections.map(({ id }) => id)),
    entries: new Set(collections.flatMap(({ indexes }) => indexes.map(({ id }) => id))),
  };
  for (const { map, id } of retired) borne[map].add(id);
  return (['documents', 'entries'] as const).flatMap((map) =>
    numbersIn(store, map)
      .filter((id) => !borne[map].has(id))
      .map((id) => ({ id, map })),
  );
}

/** The numbers keys begin with, found by jumping from one to the next. */
function numbersIn({ environment }: Store, map: Retired['map']): number[] {
  const numbers: number[] = [];
  let start: Buffer = Buffer.alloc(4);
  for (;;) {
    const [key] = environment[map].getKeys({ start, limit: 1 });
    if (!key) return numbers;
    numbers.push(key.readUInt32BE(0));
    start = successor(key.subarray(0, 4));
  }
}
