import type { BetterAuthRateLimitOptions } from 'better-auth';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { waitAfter } from '../../platform/wait-after.ts';

type Storage = NonNullable<BetterAuthRateLimitOptions['customStorage']>;

/** By itself better-auth counts in a memory of its module, which several applications would share. */
const ownStorage = (): Storage => {
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

/** How often one address may knock at better-auth's doors. */
export const authLimit = (enabled: boolean): BetterAuthRateLimitOptions => ({
  enabled,
  window: 60,
  max: 300,
  customRules: { '/sign-in/email': { window: 60, max: 10 }, '/request-password-reset': { window: 300, max: 5 } },
  customStorage: ownStorage(),
});
