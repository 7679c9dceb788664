import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts one more try under this key. @returns seconds to wait when there were too many, else 0 */
export const waitAfter = (limiter: RateLimiterAbstract, key: string): Promise<number> =>
  limiter.consume(key).then(
    () => 0,
    (refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    },
  );
