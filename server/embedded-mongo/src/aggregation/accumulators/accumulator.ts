import type { Expression } from '../expressions/expression.ts';

/** What one group or window gathers from its documents. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
  /** Bytes held, about. */
  readonly bytes: number;
}

/** An accumulator as a stage names it: what it takes of each document, and how to begin a group. */
export interface Accumulation {
  input: Expression;
  /** @param frame the identity of the group, which may tell how many values it keeps */
  begin(frame: { root: unknown; variables: Record<string, unknown> }): Accumulator;
}

/** What an accumulator holds before it holds anything. */
export const EMPTY_BYTES = 64;
