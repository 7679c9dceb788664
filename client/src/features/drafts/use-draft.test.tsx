import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDraft } from './draft-store.ts';
import { AUTOSAVE_MS, useDraft } from './use-draft.ts';

const me = vi.hoisted(() => ({ id: 'anne' }));
vi.mock('../../lib/me.ts', () => ({ useMe: () => me }));

beforeEach(() => {
  localStorage.clear();
  me.id = 'anne';
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('saves once, shortly after the last keystroke', () => {
  const { result } = renderHook(() => useDraft<string>('ask'));
  act(() => result.current.save('Q'));
  vi.advanceTimersByTime(AUTOSAVE_MS - 1);
  act(() => result.current.save('Quel'));
  vi.advanceTimersByTime(AUTOSAVE_MS - 1);
  expect(readDraft('anne', 'ask')).toBeNull();
  vi.advanceTimersByTime(1);
  expect(readDraft('anne', 'ask')?.value).toBe('Quel');
});

test('a page being closed saves at once', () => {
  const { result } = renderHook(() => useDraft<string>('ask'));
  act(() => result.current.save('Quel indice'));
  window.dispatchEvent(new Event('pagehide'));
  expect(readDraft('anne', 'ask')?.value).toBe('Quel indice');
});

test('leaving the page saves at once', () => {
  const { result, unmount } = renderHook(() => useDraft<string>('ask'));
  act(() => result.current.save('Quel indice'));
  unmount();
  expect(readDraft('anne', 'ask')?.value).toBe('Quel indice');
});

test('the same person finds it after signing out and in again, another person does not', () => {
  const first = renderHook(() => useDraft<string>('ask'));
  act(() => first.result.current.save('Quel indice'));
  first.unmount();
  me.id = 'benoit';
  expect(renderHook(() => useDraft<string>('ask')).result.current.found).toBeNull();
  me.id = 'anne';
  expect(renderHook(() => useDraft<string>('ask')).result.current.found).toBe('Quel indice');
});

test('what was sent is not saved again by a keystroke that waited', () => {
  const { result } = renderHook(() => useDraft<string>('ask'));
  act(() => result.current.save('Quel indice'));
  act(() => result.current.clear());
  vi.advanceTimersByTime(AUTOSAVE_MS * 2);
  expect(readDraft('anne', 'ask')).toBeNull();
});
