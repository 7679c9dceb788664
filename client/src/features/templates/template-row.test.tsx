import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AtWork } from './template-row.tsx';

const person = (name: string) => ({ id: name, name, commune: null });

test('who has a model open is said to be writing once she writes, and not before', () => {
  const view = render(<AtWork writing={[]} opened={[person('Juriste')]} />, { wrapper: MantineProvider });
  expect(screen.getByText('Juriste l’a ouvert')).toBeDefined();
  view.rerender(<AtWork writing={[]} opened={[person('Juriste'), person('Maire')]} />);
  expect(screen.getByText('Juriste et Maire l’ont ouvert')).toBeDefined();
  view.rerender(<AtWork writing={[person('Juriste')]} opened={[person('Maire')]} />);
  expect(screen.getByText('Juriste y écrit')).toBeDefined();
  view.rerender(<AtWork writing={[person('Juriste'), person('Maire'), person('Agent')]} opened={[]} />);
  expect(screen.getByText(/^Juriste et 2\s+autres y écrivent$/)).toBeDefined();
});
