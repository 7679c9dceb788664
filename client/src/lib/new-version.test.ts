import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookForNewVersion, useOutdated } from './new-version.ts';

const script = (version: string): string => `<script type="module" crossorigin src="/assets/index-${version}.js"></script>`;
const serve = (html: string): void => void vi.stubGlobal('fetch', () => Promise.resolve(new Response(html)));

// A script put in as text is not fetched.
beforeEach(() => document.head.insertAdjacentHTML('beforeend', script('ours')));
afterEach(() => {
  document.querySelector('script[src="/assets/index-ours.js"]')?.remove();
  vi.unstubAllGlobals();
});

it('is told when the server serves another script, and no more when it serves ours again', async () => {
  const { result } = renderHook(() => useOutdated());
  serve(`<!doctype html>${script('theirs')}`);
  expect(await lookForNewVersion()).toBe(true);
  await waitFor(() => expect(result.current).toBe(true));
  serve(`<!doctype html>${script('ours')}`);
  expect(await lookForNewVersion()).toBe(false);
  await waitFor(() => expect(result.current).toBe(false));
});

it('knows nothing from what is no page of ours: a network’s own sign-in, or no network', async () => {
  serve('<!doctype html><h1>Wi-Fi de la mairie</h1>');
  expect(await lookForNewVersion()).toBe(false);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await lookForNewVersion()).toBe(false);
});
