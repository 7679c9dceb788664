import type { BetterAuthRateLimitOptions } from 'better-auth';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { waitAfter } from '../../platform/wait-after.ts';

/** Counts what better-auth limits. By itself it counts in a memory of its module, which several applications would share. */
export const authLimit = (): NonNullable<BetterAuthRateLimitOptions['customStorage']> => {
  const limits = new Map<string, RateLimiterMemory>();
  const limitOf = (points: number, duration: number): RateLimiterMemory => {
    const rule = `${points}/${duration}`;
    const limit = limits.get(rule) ?? new RateLimiterMemory({ points, duration });
    limits.set(rule, limit);
    return limit;
  };
  return {
    consume: async (key, { max, window }) => {
      const retryAfter = await waitAfter(limitOf(max, window), key);
      return { allowed: retryAfter === 0, retryAfter: retryAfter || null };
    },
  };
};
