import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { api } from '../../lib/api.ts';
import { dismiss } from '../../lib/dismissed.ts';
import { meOptions } from '../../lib/me.ts';
import { anItem } from './needs.fixtures.ts';
import { useUrgentNeeds } from './urgent-needs.tsx';

const ANZIN = { slug: 'anzin', name: 'Anzin' };

/** The ids of what Aujourd’hui says cannot wait, for an agent of Anzin who is in the pool. */
const urgentFor = (me: string, { board, asked }: { board: NeedItem[]; asked: NeedItem[] }): string[] => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(meOptions().queryKey, { id: me, communes: [ANZIN], abilities: { 'replacements.read': true } } as never);
  client.setQueryData(api.replacements.summary.queryKey({ input: {} }), { urgent: board } as never);
  client.setQueryData(api.replacements.attention.queryKey(), { missing: 0, asked: asked.map(({ id }) => id), toConfirm: 0 });
  const items = asked.map((replacement) => ({ replacement, offer: null, bookings: [] }));
  client.setQueryData(api.replacements.mine.queryKey(), { items } as never);
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  return renderHook(useUrgentNeeds, { wrapper }).result.current.map(({ id }) => id);
};

it('begins with what one was asked for, however far and planned, told once; then what is urgent, one’s own commune’s first', () => {
  const far = anItem('far', { distanceKm: 30 });
  const near = anItem('near', { urgency: 'high', distanceKm: 2 });
  const own = anItem('own', { urgency: 'high', commune: ANZIN, distanceKm: 9 });
  const calm = anItem('calm', { distanceKm: 1 });
  const both = anItem('both', { urgency: 'high', distanceKm: 20 });
  expect(urgentFor('one', { board: [near, own, calm, both], asked: [far, both] })).toEqual(['both', 'far', 'own', 'near']);
});

it('leaves out what she dismissed', () => {
  dismiss('other', 'refused', '9999-12-31', '2026-11-24');
  expect(urgentFor('other', { board: [], asked: [anItem('refused'), anItem('kept')] })).toEqual(['kept']);
});
