import { addDays, mondayOf, parisDate } from '@beffroi/shared/core/half-days';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { type WritingTools, WritingToolsProvider } from '../../editor/writing-tools.tsx';
import { fakeServer, problem } from '../forum/fake-server.fixtures.ts';
import { EditNeedForm } from './edit-need-form.tsx';
import { aNeed, aSlot } from './needs.fixtures.ts';
import { useEditNeed } from './use-edit-need.ts';

// What a text area measures itself by is not in this window.
if (!('fonts' in document))
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  });

afterEach(() => vi.unstubAllGlobals());

const NEED = aNeed('n', { place: 'École Jules-Ferry', slots: [aSlot('2099-11-23.am', 'filled')], version: 4 });
const EDIT = 'PATCH /replacements/n';
const nothingKept: WritingTools = {
  useDraft: () => ({ found: null, foundAt: null, save: () => undefined, clear: () => undefined }),
  uploadImage: async () => ({ src: '', width: 1, height: 1 }),
};

function Editing({ need, onEdited }: { need: Need; onEdited: () => void }) {
  return <EditNeedForm need={need} editing={useEditNeed(need, onEdited)} />;
}
const show = (onEdited: () => void, need = NEED) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter>
          <WritingToolsProvider value={nothingKept}>
            <Editing need={need} onEdited={onEdited} />
          </WritingToolsProvider>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );

test('what another changed meanwhile is said, what was typed stays, and is sent again on top of it', async () => {
  const theirs = { ...NEED, place: 'École Pauline-Kergomard', version: 6 };
  const server = fakeServer({
    [EDIT]: ({ body }) =>
      (body as { version: number }).version < 6
        ? problem(409, 'conflict', 'Ce besoin a été modifié entre-temps.', { current: theirs })
        : { body: { ...theirs, note: 'Classe de petits', version: 7 } },
    'GET /replacements/places': () => ({ body: { items: [] } }),
  });
  const edited = vi.fn();
  show(edited);
  fireEvent.change(screen.getByRole('textbox', { name: /Ce qu’il faut savoir/ }), { target: { value: 'Classe de petits' } });
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
  const said = await screen.findByRole('region', { name: 'Ce besoin a été modifié entre-temps' });
  expect(said.textContent).toContain('École Pauline-Kergomard');
  expect(screen.getByRole('textbox', { name: /Ce qu’il faut savoir/ })).toHaveProperty('value', 'Classe de petits');
  fireEvent.click(within(said).getByRole('button', { name: 'Enregistrer mes changements' }));
  await vi.waitFor(() => expect(edited).toHaveBeenCalledOnce());
  expect(server.to(EDIT).map(({ body }) => body)).toEqual([
    { note: 'Classe de petits', version: 4 },
    { note: 'Classe de petits', version: 6 },
  ]);
});

test('a bad address of the service is said under its field, which takes the caret; nothing is sent', async () => {
  const server = fakeServer({ 'GET /replacements/places': () => ({ body: { items: [] } }) });
  show(() => undefined);
  const field = screen.getByRole('textbox', { name: /Adresse mail du service/ });
  fireEvent.change(field, { target: { value: 'ecole.ferry' } });
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
  expect(await screen.findByText('Cette adresse électronique n’est pas valide.')).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(server.to(EDIT)).toEqual([]);
});

test('a half-day that is published already cannot be chosen, and says what has become of it', () => {
  fakeServer({});
  const monday = addDays(mondayOf(parisDate(new Date())), 7);
  show(() => undefined, { ...NEED, slots: [aSlot(`${monday}.am`, 'filled')] });
  const published = screen.getByRole('button', { name: /matin, déjà publiée\u00a0: Pourvu$/ });
  expect(published.hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getAllByRole('button', { name: /, après-midi$/ }).at(-1) as HTMLElement);
  expect(screen.getByRole('button', { name: /^Enregistrer et ajouter 1/ })).toBeTruthy();
});
