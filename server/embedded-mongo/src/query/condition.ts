import { firstPosition, someValue, type ValueTest } from './path-values.ts';

/** What is asked of the values a path leads to. */
export interface Condition {
  /** Some value at the path satisfies it, or none does what it negates. */
  at(document: unknown, parts: readonly string[]): boolean;
  /** This value satisfies it, taken by itself: an array does not offer its elements. */
  of(value: unknown): boolean;
  /** The position of the array element, of the outermost array on the way, that satisfies it; for positional operators. */
  position(document: unknown, parts: readonly string[]): number | undefined;
}

/**
 * The condition that one value passes a test.
 *
 * @param within for a test of whole arrays: the position of the element that makes it pass
 */
export function testing(test: ValueTest, within?: (array: unknown[]) => number): Condition {
  return {
    at: (document, parts) => someValue(document, parts, test),
    of: (value) => test(value, Array.isArray(value)),
    position: (document, parts) => firstPosition(document, parts, test, within),
  };
}

export function negated(condition: Condition): Condition {
  return {
    at: (document, parts) => !condition.at(document, parts),
    of: (value) => !condition.of(value),
    position: () => undefined,
  };
}

/** All conditions, each satisfied by whichever value. */
export function together(conditions: readonly Condition[]): Condition {
  if (conditions.length === 1) return conditions[0] as Condition;
  return {
    at: (document, parts) => conditions.every((condition) => condition.at(document, parts)),
    of: (value) => conditions.every((condition) => condition.of(value)),
    position: (document, parts) => {
      const positions = conditions.map((condition) => condition.position(document, parts));
      return positions.findLast((position) => position !== undefined);
    },
  };
}
