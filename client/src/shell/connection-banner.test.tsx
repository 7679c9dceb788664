import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConnectionBanner } from './connection-banner.tsx';

it('says what still works off-line, in a region that was there before', () => {
  render(<ConnectionBanner />);
  const region = screen.getByRole('status');
  expect(region.textContent).toBe('');
  act(() => window.dispatchEvent(new Event('offline')));
  expect(screen.getByRole('status')).toBe(region);
  expect(region.textContent).toContain('vos textes sont gardés ici');
});
