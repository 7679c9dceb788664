import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { BusyButton } from './busy-button.tsx';

const show = (busy: boolean, acts: { press?: () => void; send?: () => void } = {}) => (
  <MantineProvider>
    <form
      onSubmit={(event) => {
        event.preventDefault();
        acts.send?.();
      }}
    >
      <input aria-label="Titre" />
      <BusyButton type="submit" busy={busy} onClick={acts.press}>
        Envoyer
      </BusyButton>
    </form>
  </MantineProvider>
);

it('keeps the keyboard’s place while it is at work', () => {
  const { rerender } = render(show(false));
  const button = screen.getByRole('button', { name: 'Envoyer' });
  button.focus();
  rerender(show(true));
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

it('does nothing when pressed again, nor when the form is sent by Enter', async () => {
  const [press, send] = [vi.fn(), vi.fn()];
  const { rerender } = render(show(true, { press, send }));
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  await userEvent.type(screen.getByLabelText('Titre'), 'Délai{Enter}');
  expect([press, send].map((act) => act.mock.calls.length)).toEqual([0, 0]);
  rerender(show(false, { press, send }));
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  expect([press, send].map((act) => act.mock.calls.length)).toEqual([1, 1]);
});
