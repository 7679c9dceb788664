import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ORPCError } from '@orpc/client';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { VersionedText } from './conflict.tsx';
import { EditForm } from './edit-form.tsx';
import { problem } from './fake-server.fixtures.ts';
import { renderWriting } from './writing.fixtures.tsx';

vi.mock('../../editor/lazy-rich-text-editor.tsx', async () => ({
  LazyRichTextEditor: (await import('./writing.fixtures.tsx')).PlainEditor,
}));

const text: VersionedText = { title: 'Quel indice de révision ?', body: paragraphs('Avant'), version: 1 };
const current = { title: 'Quel indice public ?', body: paragraphs('Texte de la pilote'), version: 2 };

/** Refuses what does not start from the present version. */
const saving = () =>
  vi.fn(async ({ version }: VersionedText) => {
    if (version === current.version) return;
    const { body } = problem(409, 'conflict', 'Ce texte a été modifié entre-temps.', { current });
    throw new ORPCError('conflict', { status: 409, data: body });
  });

const edited = async () => {
  const save = saving();
  const onClose = vi.fn();
  const kept = new Map<string, unknown>();
  renderWriting(<EditForm id="thread-1" label="Votre question" clubSlug="juridique" text={text} save={save} onClose={onClose} />, kept);
  await userEvent.type(screen.getByRole('textbox', { name: 'Votre question' }), ' et après');
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
  await screen.findByRole('region', { name: 'Votre version' });
  return { save, onClose, kept };
};

test('when someone else changed it, both texts are shown whole', async () => {
  const { kept } = await edited();
  expect(within(screen.getByRole('region', { name: 'Votre version' })).getByText('Avant et après')).toBeDefined();
  const theirs = within(screen.getByRole('region', { name: 'Version actuelle' }));
  expect(theirs.getByText('Texte de la pilote')).toBeDefined();
  expect(theirs.getByText('Quel indice public ?')).toBeDefined();
  expect(kept.has('edit:thread-1')).toBe(true);
});

test('one’s own can be saved over it, starting from the present version', async () => {
  const { save, onClose, kept } = await edited();
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la mienne' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(save).toHaveBeenLastCalledWith({ title: text.title, body: paragraphs('Avant et après'), version: 2 });
  expect(kept.size).toBe(0);
});

test('one’s own can be taken up again, with nothing lost', async () => {
  const { save } = await edited();
  await userEvent.click(screen.getByRole('button', { name: /Reprendre ma version/ }));
  const field = screen.getByRole('textbox', { name: 'Votre question' }) as HTMLTextAreaElement;
  expect(field.value).toBe('Avant et après');
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() => expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ version: 2 })));
});

test('the present version can be kept', async () => {
  const { save, onClose } = await edited();
  await userEvent.click(screen.getByRole('button', { name: 'Garder la version actuelle' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(save).toHaveBeenCalledOnce();
});
