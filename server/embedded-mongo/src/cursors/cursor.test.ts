import { expect, test } from 'vitest';
import type { Store } from '../storage/store.ts';
import { Cursor } from './cursor.ts';

const store = { resumed: () => undefined } as unknown as Store;

/** A search that goes on and on in vain. */
function* endless(): Generator<undefined, void, void> {
  for (;;) yield undefined;
}

test('is asked by one client at a time, and stops when it is killed', async () => {
  const cursor = new Cursor(store, endless(), { namespace: 'test.c' });
  const searching = cursor.nextBatch(1);
  await expect(cursor.nextBatch(1)).rejects.toMatchObject({ code: 143, codeName: 'CursorInUse' });
  cursor.kill();
  await expect(searching).rejects.toMatchObject({ code: 237, codeName: 'CursorKilled' });
});

test('counts the time of all batches together', async () => {
  const cursor = new Cursor(store, endless(), { namespace: 'test.c', maxTime: 20 });
  await expect(cursor.nextBatch(1)).rejects.toMatchObject({ code: 50, codeName: 'MaxTimeMSExpired' });
});

test('gives no batch larger than a client accepts, and at least one document', async () => {
  const large = Buffer.alloc(9 * 1024 * 1024);
  const cursor = new Cursor(store, [large, large, large], { namespace: 'test.c' });
  for (const exhausted of [false, false, true]) {
    const next = await cursor.nextBatch(100);
    expect({ count: next.batch.length, exhausted: next.exhausted }).toEqual({ count: 1, exhausted });
  }
});
