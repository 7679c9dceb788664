import { AppError } from '@beffroi/shared/core/errors';
import { tryLimit, waitAfter } from '../../platform/wait-after.ts';

/** Tries at one account, from wherever they come: what guesses passwords slowly from many addresses meets this. */
const perAccount = tryLimit({ points: 20, duration: 15 * 60 });

const keyOf = (email: string): string => email.trim().toLowerCase().slice(0, 320);

/** Counts one try at an account. @throws AppError `too-many-requests` with the wait */
export const countSignIn = async (email: unknown): Promise<void> => {
  const retryAfter = typeof email === 'string' ? await waitAfter(perAccount, keyOf(email)) : 0;
  if (retryAfter === 0) return;
  throw new AppError('too-many-requests', { detail: `Trop d’essais. Réessayez dans ${Math.ceil(retryAfter / 60)} min.`, retryAfter });
};

/** A sign-in that succeeded clears the tries before it. */
export const forgetSignIns = async (email: unknown): Promise<void> => {
  if (typeof email === 'string') await perAccount.delete(keyOf(email));
};
