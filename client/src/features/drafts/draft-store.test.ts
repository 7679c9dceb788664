import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDraft, writeDraft } from './draft-store.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a draft is found again by the same person and by nobody else', () => {
  writeDraft('anne', 'ask', { title: 'Quel indice ?' });
  expect(readDraft('anne', 'ask')?.value).toEqual({ title: 'Quel indice ?' });
  expect(readDraft('benoit', 'ask')).toBeNull();
  expect(readDraft('anne', 'reply:1')).toBeNull();
});

test('writing null forgets it', () => {
  writeDraft('anne', 'ask', 'texte');
  writeDraft('anne', 'ask', null);
  expect(readDraft('anne', 'ask')).toBeNull();
});

test('a draft older than two months is not shown', () => {
  vi.useFakeTimers({ now: new Date('2026-01-01T08:00:00Z') });
  writeDraft('anne', 'ask', 'texte');
  vi.setSystemTime(new Date('2026-03-15T08:00:00Z'));
  expect(readDraft('anne', 'ask')).toBeNull();
});

test('what another program left there is ignored', () => {
  localStorage.setItem('beffroi.draft.anne.ask', '{not json');
  expect(readDraft('anne', 'ask')).toBeNull();
});

test('when the browser is full, the oldest draft gives way', () => {
  vi.useFakeTimers({ now: new Date('2026-01-01T08:00:00Z') });
  writeDraft('anne', 'old', 'ancien');
  vi.setSystemTime(new Date('2026-01-02T08:00:00Z'));
  writeDraft('anne', 'recent', 'récent');
  const real = localStorage;
  const full = () => {
    if (real.length >= 2) throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', {
    get length() {
      return real.length;
    },
    key: (index: number) => real.key(index),
    getItem: (key: string) => real.getItem(key),
    removeItem: (key: string) => real.removeItem(key),
    setItem: (key: string, value: string) => {
      full();
      real.setItem(key, value);
    },
  });
  writeDraft('anne', 'new', 'nouveau');
  expect([readDraft('anne', 'old'), readDraft('anne', 'recent')?.value, readDraft('anne', 'new')?.value]).toEqual([
    null,
    'récent',
    'nouveau',
  ]);
});
