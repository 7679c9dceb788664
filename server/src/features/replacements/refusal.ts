import { AppError } from '@beffroi/shared/core/errors';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { slotsInWords } from './replacement-words.ts';

/** The 409 that names, in words and as data, each half-day that cannot be had and why. */
export const refusal = (refused: RefusedSlot[]): AppError => {
  const named = refused.map(({ reason, ...slot }) => `${slotsInWords([slot])}\u00a0: ${reason}`);
  const detail = named.length > 0 ? named.join(' ') : 'Aucune demi-journée de ce besoin ne vous est ouverte.';
  return new AppError('conflict', { detail: `${detail.charAt(0).toUpperCase()}${detail.slice(1)}`, current: { refused } });
};
