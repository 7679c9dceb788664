import { AppError } from '@beffroi/shared/core/errors';
import { tryLimit, waitAfter } from '../../platform/wait-after.ts';

/** A whole town hall may share one address; nobody guesses 256 bits in that many tries. */
const perAddress = tryLimit({ points: 120, duration: 15 * 60 });

/** Counts one use of a link. @throws AppError `too-many-requests` with the wait */
export const countLinkTry = async (address: string): Promise<void> => {
  const retryAfter = await waitAfter(perAddress, address);
  if (retryAfter === 0) return;
  throw new AppError('too-many-requests', { detail: `Trop d’essais. Réessayez dans ${Math.ceil(retryAfter / 60)} min.`, retryAfter });
};
