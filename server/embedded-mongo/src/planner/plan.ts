import type { IndexState } from '../storage/index-state.ts';
import type { ScanRange } from './index-ranges.ts';

/** How the documents of a query are found. */
export interface Plan {
  index: IndexState;
  ranges: ScanRange[];
  backward: boolean;
  /** Ranges are read side by side, in the order of what follows their tails. */
  merge: boolean;
  /** A document may appear under several keys. */
  dedupe: boolean;
  /** What the ranges do not prove; `undefined` when they prove the whole filter. */
  residual: ((bytes: Uint8Array) => boolean) | undefined;
  /** The scan gives the order asked for. */
  sorted: boolean;
  /** The plan reads the whole collection. */
  collectionScan: boolean;
  /** Each range starts with the key of the one document it can hold. */
  named: boolean;
  /** Ranges to be gone through together for the keys they share; none when one range is enough. */
  intersected: ScanRange[];
  /** How many keys are likely to be read, when that is known. */
  expected: number | undefined;
}
