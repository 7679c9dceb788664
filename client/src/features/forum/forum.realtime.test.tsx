import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../lib/api.ts';
import { GATHER_MS, useForumRealtime } from './forum.realtime.ts';

const handlers = vi.hoisted(() => new Map<string, (event: unknown) => void>());
vi.mock('../../lib/socket.ts', () => ({
  useSocketEvent: (name: string, handler: (event: unknown) => void) => void handlers.set(name, handler),
}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const listening = () => {
  const cache = new QueryClient();
  const invalidated = vi.spyOn(cache, 'invalidateQueries');
  renderHook(() => useForumRealtime(), { wrapper: ({ children }) => <QueryClientProvider client={cache}>{children}</QueryClientProvider> });
  return () => invalidated.mock.calls.map(([filters]) => filters?.queryKey);
};

test('a hundred votes make one reading of what they change', () => {
  const invalidated = listening();
  act(() => {
    for (let version = 0; version < 100; version++)
      handlers.get('thread.updated')?.({ id: 'thread-1', clubId: 'c', clubSlug: 'juridique', version });
  });
  expect(invalidated()).toEqual([]);
  vi.advanceTimersByTime(GATHER_MS);
  expect(invalidated()).toEqual([api.today.key(), api.forum.waiting.key(), api.forum.similar.key()]);
});

test('a new thread makes its own club stale and no other', () => {
  const invalidated = listening();
  act(() => handlers.get('thread.created')?.({ id: 'thread-1', clubId: 'c', clubSlug: 'juridique', version: 1 }));
  vi.advanceTimersByTime(GATHER_MS);
  expect(invalidated()).toContainEqual(api.clubs.get.key({ input: { slug: 'juridique' } }));
  expect(invalidated()).not.toContainEqual(api.clubs.get.key());
});
