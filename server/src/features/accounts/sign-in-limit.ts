import { AppError } from '@beffroi/shared/core/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Tries at one account, from wherever they come: what guesses passwords slowly from many addresses meets this. */
const perAccount = new RateLimiterMemory({ points: 20, duration: 15 * 60 });

/** Counts one try at an account. @throws AppError `too-many-requests` with the wait */
export const countSignIn = async (email: unknown): Promise<void> => {
  if (typeof email !== 'string') return;
  const refusal = await perAccount.consume(email.trim().toLowerCase().slice(0, 320)).then(
    () => null,
    (error: unknown) => error,
  );
  if (!refusal) return;
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  throw new AppError('too-many-requests', { detail: `Trop d’essais. Réessayez dans ${Math.ceil(retryAfter / 60)} min.`, retryAfter });
};

/** A sign-in that succeeded clears the tries before it. */
export const forgetSignIns = async (email: unknown): Promise<void> => {
  if (typeof email === 'string') await perAccount.delete(email.trim().toLowerCase().slice(0, 320));
};
