import type { Retired } from '../storage/catalog.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { Reclaimer } from '../storage/reclaimer.ts';
import type { Store } from '../storage/store.ts';
import { type Fault, findFaults } from './faults.ts';

/** Faults put right in one transaction; a repair that is interrupted has done whole portions and is simply run again. */
const PORTION = 2000;

/** Puts right what an index says, and what the collection counts; documents are never touched. */
export async function repairCollection(store: Store, collection: CollectionState): Promise<void> {
  let portion: Fault[] = [];
  const mend = () =>
    store.write(() => {
      for (const fault of portion) mendFault(store, collection, fault);
    });
  for (const fault of findFaults(store, collection)) {
    portion.push(fault);
    if (portion.length < PORTION) continue;
    await mend();
    portion = [];
  }
  await mend();
}

function mendFault({ environment, catalog }: Store, collection: CollectionState, fault: Fault): void {
  if (fault.kind === 'missing') environment.entries.putSync(fault.entry, Buffer.alloc(0));
  if (fault.kind === 'extra') environment.entries.removeSync(fault.entry);
  if (fault.kind === 'arrays' && fault.index.learnMultikey(fault.multikey)) catalog.save(collection);
  if (fault.kind === 'count') {
    collection.count = fault.count;
    collection.size = fault.size;
    catalog.saveCount(collection);
  }
}

/** Deletes what no collection and no index bears. */
export async function retireRemains(store: Store, remains: readonly Retired[]): Promise<void> {
  await store.write(() => {
    for (const retired of remains) store.catalog.retire(retired);
  });
  const reclaimer = new Reclaimer(store);
  reclaimer.wake();
  await reclaimer.finished();
}
