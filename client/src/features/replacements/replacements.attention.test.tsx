import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { api } from '../../lib/api.ts';
import { dismiss } from '../../lib/dismissed.ts';
import { meOptions } from '../../lib/me.ts';
import { useReplacementsWaiting } from './replacements.attention.ts';

it('a request dismissed and since filled by somebody does not hide the next one', () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(meOptions().queryKey, { id: 'her', abilities: { 'replacements.read': true } } as never);
  const ask = (asked: string[]) => client.setQueryData(api.replacements.attention.queryKey(), { missing: 0, asked, toConfirm: 0 });
  const waiting = () =>
    renderHook(useReplacementsWaiting, {
      wrapper: ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    }).result.current.count;
  dismiss('her', 'first', '9999-12-31', '2026-11-24');
  ask(['first']);
  expect(waiting()).toBe(0);
  ask(['second']);
  expect(waiting()).toBe(1);
});
