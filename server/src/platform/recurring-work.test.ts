import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startRecurring } from './recurring-work.ts';

const EVERY_MS = 1_000;

/** Work whose end the test decides. */
const begun: { goOn: () => boolean; end: () => void; fail: () => void }[] = [];
const work = (goOn: () => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    begun.push({ goOn, end: resolve, fail: () => reject(new Error('work failed')) });
  });
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  begun.length = 0;
});
afterEach(() => vi.useRealTimers());

it('runs at its time, and at once where asked to', async () => {
  const stops = [startRecurring({ name: 'later', everyMs: EVERY_MS, work })];
  expect(begun).toHaveLength(0);
  stops.push(startRecurring({ name: 'now', everyMs: EVERY_MS, work, atOnce: true }));
  expect(begun).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  // The second is still at its first turn.
  expect(begun).toHaveLength(2);
  for (const { end } of begun) end();
  await Promise.all(stops.map((stop) => stop()));
});

it('never runs beside itself: whatever asked meanwhile, it runs once more', async () => {
  let wake = () => {};
  const listen = (heard: () => void) => {
    wake = heard;
    return () => {};
  };
  const stop = startRecurring({ name: 'work', everyMs: EVERY_MS, work, listen });
  for (let asked = 0; asked < 3; asked++) wake();
  await vi.advanceTimersByTimeAsync(3 * EVERY_MS);
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  await settled();
  expect(begun).toHaveLength(2);
  begun[1]?.end();
  await settled();
  expect(begun).toHaveLength(2);
  await stop();
});

it('goes on after a failure', async () => {
  const stop = startRecurring({ name: 'work', everyMs: EVERY_MS, work, atOnce: true });
  begun[0]?.fail();
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  expect(begun).toHaveLength(2);
  begun[1]?.end();
  await stop();
});

it('once stopped it hears nothing, begins nothing, and what is under way is told and waited for', async () => {
  let wake = () => {};
  const stopHearing = vi.fn();
  const listen = (heard: () => void) => {
    wake = heard;
    return stopHearing;
  };
  const stop = startRecurring({ name: 'work', everyMs: EVERY_MS, work, atOnce: true, listen });
  const isStopped = vi.fn();
  const stopping = stop().then(isStopped);
  wake();
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  expect(isStopped).not.toHaveBeenCalled();
  expect(begun[0]?.goOn()).toBe(false);
  begun[0]?.end();
  await stopping;
  expect(stopHearing).toHaveBeenCalledOnce();
  expect(begun).toHaveLength(1);
});
