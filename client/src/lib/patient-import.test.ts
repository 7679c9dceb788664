import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { patiently } from './patient-import.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tries again until the code comes, ever less often', async () => {
  const load = vi.fn(() => (load.mock.calls.length < 4 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('code')));
  const fetched = patiently(load);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(4_200);
  expect(load).toHaveBeenCalledTimes(4);
  await expect(fetched).resolves.toBe('code');
});
