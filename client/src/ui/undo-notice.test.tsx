import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Providers } from '../providers.tsx';
import { offerUndo, UNDO_MS, UndoRegion } from './undo-notice.tsx';

const undo = vi.fn();
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
  undo.mockClear();
  render(
    <Providers>
      <UndoRegion />
    </Providers>,
  );
  act(() => offerUndo({ message: 'Réponse supprimée.', undo }));
});
afterEach(() => vi.useRealTimers());

it('offers to undo for ten seconds, then goes', () => {
  expect(screen.getByText('Réponse supprimée.')).toBeTruthy();
  pass(UNDO_MS - 500);
  expect(screen.queryByText('Réponse supprimée.')).not.toBeNull();
  pass(1_000);
  expect(screen.queryByText('Réponse supprimée.')).toBeNull();
  expect(undo).not.toHaveBeenCalled();
});

it('undoes once and goes', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Réponse supprimée.')).toBeNull();
});

it('waits while the keyboard is on it', () => {
  act(() => screen.getByRole('button', { name: 'Annuler' }).focus());
  pass(UNDO_MS * 3);
  expect(screen.queryByText('Réponse supprimée.')).not.toBeNull();
  act(() => screen.getByRole('button', { name: 'Annuler' }).blur());
  pass(UNDO_MS + 500);
  expect(screen.queryByText('Réponse supprimée.')).toBeNull();
});

it('gives the next act its own ten seconds', () => {
  pass(UNDO_MS - 500);
  act(() => offerUndo({ message: 'Question supprimée.', undo }));
  pass(UNDO_MS - 500);
  expect(screen.queryByText('Question supprimée.')).not.toBeNull();
  expect(screen.queryByText('Réponse supprimée.')).toBeNull();
});
