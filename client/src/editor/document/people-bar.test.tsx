import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PeopleBar } from './people-bar.tsx';
import type { Present } from './people-here.ts';

const present = (name: string, clientId: number) => ({ id: `p${clientId}`, clientId, name, colour: '#345', writing: true }) as Present;

test('those for whom there is no room are followed from the list « +N » opens', async () => {
  const onFollow = vi.fn();
  render(
    <MantineProvider env="test">
      <PeopleBar people={[present('Juriste', 1), present('Agent', 2), present('Maire', 3)]} shown={1} followed={null} onFollow={onFollow} />
    </MantineProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: /autres/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Suivre Maire' }));
  expect(onFollow).toHaveBeenCalledWith(3);
});
