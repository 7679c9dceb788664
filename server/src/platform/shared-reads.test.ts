import { expect, test, vi } from 'vitest';
import { SharedReads } from './shared-reads.ts';

const settings = { scopes: 2, readsPerScope: 2, keptMs: 10_000 };
const deferred = () => {
  let resolve: (value: string) => void = () => {};
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};
const reader = () => {
  let count = 0;
  return vi.fn(async () => ++count);
};

test('what was read is read once, also while it is being read', async () => {
  const reads = new SharedReads<number>(settings);
  const read = reader();
  expect(await Promise.all([reads.get('a', '1', read), reads.get('a', '1', read)])).toEqual([1, 1]);
  expect(await reads.get('a', '1', read)).toBe(1);
  expect(await reads.get('a', '2', read)).toBe(2);
});

test('what began before a change is not given to who asks after it', async () => {
  const reads = new SharedReads<string>(settings);
  const { promise, resolve: finish } = deferred();
  const before = reads.get('a', '1', () => promise);
  reads.forget('a');
  const after = reads.get('a', '1', async () => 'new');
  finish('old');
  expect([await before, await after, await reads.get('a', '1', async () => 'newer')]).toEqual(['old', 'new', 'new']);
});

test('one scope is forgotten without the others, or all at once', async () => {
  const reads = new SharedReads<number>(settings);
  const read = reader();
  await reads.get('a', '1', read);
  await reads.get('b', '1', read);
  reads.forget('a');
  expect([await reads.get('b', '1', read), await reads.get('a', '1', read)]).toEqual([2, 3]);
  reads.forget();
  expect([await reads.get('b', '1', read), await reads.get('a', '1', read)]).toEqual([4, 5]);
});

test('a failure is not remembered', async () => {
  const reads = new SharedReads<number>(settings);
  await expect(reads.get('a', '1', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await reads.get('a', '1', async () => 1)).toBe(1);
});

test('where a change shows on some reads, those and what is still being read are forgotten', async () => {
  const reads = new SharedReads<string>(settings);
  await reads.get('a', '1', async () => 'same');
  const { promise, resolve: finish } = deferred();
  const before = reads.get('a', '2', () => promise);
  reads.forget('a', (value) => value !== 'same');
  const after = [reads.get('a', '1', async () => 'new'), reads.get('a', '2', async () => 'new')];
  finish('old');
  expect(await Promise.all([before, ...after])).toEqual(['old', 'same', 'new']);
});

test('what takes more room than there is gives way, the scope asked for longest ago first', async () => {
  const reads = new SharedReads<string>({ ...settings, scopes: 9, bytes: { most: 10, of: ({ length }) => length } });
  await reads.get('a', '1', async () => 'four');
  await reads.get('b', '1', async () => 'five5');
  await reads.get('a', '1', async () => 'never read');
  await reads.get('c', '1', async () => 'three');
  const now = ['a', 'b', 'c'].map((scope) => reads.get(scope, '1', async () => ''));
  expect(await Promise.all(now)).toEqual(['four', '', 'three']);
});

test('it lapses, and holds so much and no more', async () => {
  vi.useFakeTimers();
  try {
    const reads = new SharedReads<number>(settings);
    const read = reader();
    await reads.get('a', '1', read);
    vi.advanceTimersByTime(10_001);
    expect(await reads.get('a', '1', read)).toBe(2);
    for (const scope of ['b', 'c']) await reads.get(scope, '1', read);
    // « a », asked for longest ago, gave way.
    expect(await reads.get('a', '1', read)).toBe(5);
    for (const key of ['2', '3']) await reads.get('a', key, read);
    expect(await reads.get('a', '1', read)).toBe(8);
  } finally {
    vi.useRealTimers();
  }
});
