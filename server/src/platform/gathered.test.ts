import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const observed = () => {
  const written: string[][] = [];
  const write = gathered(async (all: readonly string[]) => {
    if (all.includes('refused')) throw new Error('refused');
    written.push([...all]);
    return written.length;
  });
  return { written, write };
};

test('the first leaves at once, and what is asked for soon after it as one', async () => {
  const { written, write } = observed();
  const first = write('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toEqual([['a']]);
  const others = [write('b'), write('c')];
  await vi.advanceTimersByTimeAsync(99);
  expect(written).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([['a'], ['b', 'c']]);
  expect(await Promise.all([first, ...others])).toEqual([1, 2, 2]);
});

test('one that comes late again leaves at once', async () => {
  const { written, write } = observed();
  void write('a');
  await vi.advanceTimersByTimeAsync(150);
  void write('b');
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toEqual([['a'], ['b']]);
});

test('a crowd is cut into writes of thirty, one after the other', async () => {
  const { written, write } = observed();
  for (let n = 0; n < 70; n++) void write(String(n));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written.map((all) => all.length)).toEqual([30, 30, 10]);
});

test('what is refused is refused to all that left with it, and to no other', async () => {
  const { written, write } = observed();
  const together = [write('a'), write('refused')].map((one) => one.catch((error: Error) => error.message));
  await vi.advanceTimersByTimeAsync(0);
  expect(await Promise.all(together)).toEqual(['refused', 'refused']);
  const next = write('b');
  await vi.advanceTimersByTimeAsync(100);
  await next;
  expect(written).toEqual([['b']]);
});
