import type { Problem } from '@beffroi/shared/core/errors';
import { type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';

const isRefused = (value: unknown): value is RefusedSlot =>
  typeof value === 'object' && value !== null && 'date' in value && 'half' in value && 'reason' in value;

/** What a 409 says of each half-day that could not be had. */
export const refusedSlots = ({ current }: Pick<Problem, 'current'>): RefusedSlot[] => {
  const refused = typeof current === 'object' && current !== null && 'refused' in current ? current.refused : null;
  return Array.isArray(refused) ? refused.filter(isRefused) : [];
};

/** What is still chosen once those are known to be gone. */
export const withoutRefused = (chosen: ReadonlySet<string>, refused: readonly HalfDay[]): Set<string> => {
  const gone = new Set(refused.map(halfDayKey));
  return new Set([...chosen].filter((key) => !gone.has(key)));
};
