import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { forgetAtClose } from './forget-at-close.ts';

interface Limit {
  /** Tries under one key. */
  points: number;
  /** In how many seconds. */
  duration: number;
}
export type TryLimit = Pick<RateLimiterAbstract, 'consume' | 'delete'>;

/** Counts tries in the memory of this process, as long as its application lives. */
export const tryLimit = (limit: Limit): TryLimit => {
  let limiter = new RateLimiterMemory(limit);
  forgetAtClose(() => {
    limiter = new RateLimiterMemory(limit);
  });
  return { consume: (key) => limiter.consume(key), delete: (key) => limiter.delete(key) };
};

/** Counts one more try under this key. @returns seconds to wait when there were too many, else 0 */
export const waitAfter = (limiter: Pick<TryLimit, 'consume'>, key: string): Promise<number> =>
  limiter.consume(key).then(
    () => 0,
    (refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    },
  );
