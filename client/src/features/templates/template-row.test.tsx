import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Writing } from './template-row.tsx';

test('who has a model open is not said to be writing', () => {
  const person = (name: string) => ({ id: name, name, commune: null });
  const view = render(<Writing people={[person('Juriste')]} />, { wrapper: MantineProvider });
  expect(screen.getByText('Juriste l’a ouvert')).toBeDefined();
  view.rerender(<Writing people={[person('Juriste'), person('Maire')]} />);
  expect(screen.getByText('Juriste et Maire l’ont ouvert')).toBeDefined();
});
