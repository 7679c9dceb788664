/** Chance that falls alike each time, so that the demonstration is the same wherever it is loaded. */
export interface Chance {
  /** From 0 to 1. */
  next: () => number;
  pick: <T>(choices: readonly T[]) => T;
  /** True that often. */
  happens: (share: number) => boolean;
  /** An integer from one to another, both included. */
  between: (from: number, to: number) => number;
}

/** Park and Miller’s minimal generator. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed;
  const next = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return { next, between, happens: (share) => next() < share, pick: (choices) => choices[between(0, choices.length - 1)] as never };
};
