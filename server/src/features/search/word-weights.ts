/** The weight of a word used in `uses` texts: a rare one says more of what is sought. */
export const weightOf = (uses: number): number => 1 / Math.log2(2 + uses);

/**
 * Of the words known to the forum, those worth seeking one without the other: the rarest, while the texts that hold them stay
 * few enough to look at, and always one.
 */
export const seekable = (uses: ReadonlyMap<string, number>, most: number): string[] => {
  const kept: string[] = [];
  let sum = 0;
  for (const [term, count] of [...uses].sort((a, b) => a[1] - b[1])) {
    sum += count;
    if (kept.length > 0 && sum > most) break;
    kept.push(term);
  }
  return kept;
};

/** The share of the weight of all words that the words held carry, 0 to 1. */
export const coverageOf = (held: Iterable<string>, uses: ReadonlyMap<string, number>): number => {
  let all = 0;
  for (const count of uses.values()) all += weightOf(count);
  let sum = 0;
  for (const term of new Set(held)) {
    const count = uses.get(term);
    if (count !== undefined) sum += weightOf(count);
  }
  return all === 0 ? 0 : sum / all;
};
