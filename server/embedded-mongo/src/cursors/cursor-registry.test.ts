import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleSweeper } from '../sessions/idle-sweeper.ts';
import { SessionRegistry } from '../sessions/session-registry.ts';
import type { Store } from '../storage/store.ts';
import { Cursor, type CursorOptions } from './cursor.ts';
import { CursorRegistry } from './cursor-registry.ts';

const store = { resumed: () => undefined } as unknown as Store;
const MINUTE = 60_000;

function cursor(options: Partial<CursorOptions> = {}): Cursor {
  return new Cursor(store, [Buffer.alloc(5), Buffer.alloc(5)], { namespace: 'test.c', ...options });
}

const notFound = expect.objectContaining({ code: 43, codeName: 'CursorNotFound' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('forgets a cursor ten minutes after its last use, unless asked not to', async () => {
  const cursors = new CursorRegistry();
  const sweeper = new IdleSweeper(new SessionRegistry(), cursors);
  const [idle, used, kept] = [cursors.keep(cursor()), cursors.keep(cursor()), cursors.keep(cursor({ noTimeout: true }))];
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  await cursors.get(used, 'test.c', undefined).moreOf(1, undefined);
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  expect(() => cursors.get(idle, 'test.c', undefined)).toThrow(notFound);
  expect(cursors.get(used, 'test.c', undefined)).toBeInstanceOf(Cursor);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(cursors.get(kept, 'test.c', undefined)).toBeInstanceOf(Cursor);
  sweeper.stop();
});

test('ends a session half an hour after its last use, and the cursors made in it', async () => {
  const cursors = new CursorRegistry();
  const sessions = new SessionRegistry();
  const sweeper = new IdleSweeper(sessions, cursors);
  const { id } = sessions.start();
  const session = sessions.use({ id });
  const open = cursors.keep(cursor({ session, noTimeout: true }));
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  sessions.use({ id });
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  expect(cursors.get(open, 'test.c', session)).toBeInstanceOf(Cursor);
  await vi.advanceTimersByTimeAsync(12 * MINUTE);
  expect(() => cursors.get(open, 'test.c', session)).toThrow(notFound);
  expect(sessions.list()).toEqual([]);
  sweeper.stop();
});

test('makes room for a new cursor by the one longest unused', () => {
  const cursors = new CursorRegistry(2);
  const [first, second] = [cursors.keep(cursor()), cursors.keep(cursor())];
  cursors.get(first, 'test.c', undefined);
  const third = cursors.keep(cursor());
  expect(() => cursors.get(second, 'test.c', undefined)).toThrow(notFound);
  for (const id of [first, third]) expect(cursors.get(id, 'test.c', undefined)).toBeInstanceOf(Cursor);
  expect(cursors.size).toBe(2);
});

test.each<[string, string | undefined, string | undefined, number]>([
  ['in none', undefined, 'a', 50737],
  ['in one that is not named', 'a', undefined, 50736],
  ['in another', 'a', 'b', 50738],
])('goes on only in the session a cursor was made in, made %s', (_, made, asked, code) => {
  const cursors = new CursorRegistry();
  const id = cursors.keep(cursor({ session: made }));
  expect(() => cursors.get(id, 'test.c', asked)).toThrow(expect.objectContaining({ code }));
  expect(() => cursors.get(id, 'test.other', made)).toThrow(expect.objectContaining({ code: 13 }));
  expect(cursors.get(id, 'test.c', made)).toBeInstanceOf(Cursor);
});
