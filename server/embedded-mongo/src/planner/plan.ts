import type { Predicate } from "../query/filter.ts";
import type { IndexState } from "../storage/index-state.ts";
import type { ScanRange } from "./index-ranges.ts";

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
  residual: Predicate | undefined;
  /** The whole filter, for keys too long to prove anything. */
  full: Predicate;
  /** The scan gives the order asked for. */
  sorted: boolean;
  /** The plan reads the whole collection. */
  collectionScan: boolean;
}
