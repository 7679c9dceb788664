import { plainText, RICH_TEXT_LIMITS, type RichText } from '@beffroi/shared/core/rich-text';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { CHARACTERS_MAX, RichTextEditor, type RichTextEditorProps } from './rich-text-editor.tsx';
import { WritingToolsProvider } from './writing-tools.tsx';

const people = vi.hoisted(() => vi.fn());
vi.mock('../lib/api.ts', () => ({ client: { directory: { people } } }));
afterEach(() => people.mockReset());

const person = (id: string, name: string) => ({
  id,
  name,
  function: name,
  communes: [{ slug: 'anzin', name: 'Anzin' }],
  expertise: [],
  clubs: [],
});

const open = (props: Partial<RichTextEditorProps> = {}, uploadImage = vi.fn()) => {
  const onChange = vi.fn();
  render(
    <MemoryRouter>
      <WritingToolsProvider value={{ useDraft: vi.fn(), uploadImage }}>
        <RichTextEditor label="Votre réponse" clubSlug="juridique" initial={null} onChange={onChange} {...props} />
      </WritingToolsProvider>
    </MemoryRouter>,
  );
  const field = screen.getByRole('textbox', { name: 'Votre réponse' });
  const { editor } = field as unknown as { editor: Editor };
  return { field, editor, onChange, uploadImage, last: () => onChange.mock.calls.at(-1)?.[0] as RichText | null };
};

test('the limit it shows is the format’s', () => {
  expect(CHARACTERS_MAX).toBe(RICH_TEXT_LIMITS.characters);
});

test('says what is written, and nothing while it says nothing', () => {
  const { editor, last } = open();
  editor.commands.insertContent('Bonjour');
  expect(plainText(last() as RichText)).toBe('Bonjour');
  editor.commands.clearContent(true);
  expect(last()).toBeNull();
});

test('Ctrl-Enter sends, Enter alone does not', () => {
  const onSend = vi.fn();
  const { field } = open({ onSend });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onSend).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(onSend).toHaveBeenCalledOnce();
});

test('the toolbar is one stop of the keyboard, arrows move in it, and it tells what is on', async () => {
  const { editor } = open();
  const toolbar = screen.getByRole('toolbar', { name: 'Mise en forme' });
  const buttons = [...toolbar.querySelectorAll('button')];
  expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
  buttons[0]?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Italique' }));
  editor.chain().insertContent('mot').selectAll().toggleBold().run();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Gras' }).getAttribute('aria-pressed')).toBe('true'));
});

test('after Escape, Tab leaves the text even from a list', () => {
  const { field, editor } = open();
  editor.commands.setContent('<ul><li>un</li><li>deux</li></ul>');
  editor.commands.focus('end');
  const tab = () => fireEvent.keyDown(field, { key: 'Tab' });
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(tab()).toBe(true);
  expect(JSON.stringify(editor.getJSON()).match(/bulletList/g)).toHaveLength(1);
  fireEvent.keyDown(field, { key: 'a' });
  expect(tab()).toBe(false);
});

test('what is wrong is said at the field', () => {
  const { field } = open({ error: 'Pas plus de 10 images.' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('Pas plus de 10 images.');
});

test('« @ » offers people, chosen by the keyboard while the focus stays in the text', async () => {
  people.mockResolvedValue({ items: [person('1', 'Juriste'), person('2', 'Acheteuse')] });
  const { field, editor, last } = open();
  editor.commands.focus();
  editor.commands.insertContent('Voir @ju');
  const options = await screen.findAllByRole('option');
  expect(people).toHaveBeenLastCalledWith(expect.objectContaining({ q: 'ju', club: 'juridique' }), expect.anything());
  expect(options[0]?.getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  await waitFor(() =>
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Acheteuse'),
  );
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(plainText(last() as RichText)).toBe('Voir @Acheteuse');
  expect(field.hasAttribute('aria-activedescendant')).toBe(false);
});

const picture = new File(['x'], 'plan.png', { type: 'image/png' });
const drop = (files: File[]) => fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files } });

test('an image is sent, put in the text, and its description asked for', async () => {
  const { last } = open({}, vi.fn().mockResolvedValue({ src: '/api/images/abc', width: 640, height: 480 }));
  drop([picture]);
  await waitFor(() => expect(last()?.content[0]).toMatchObject({ type: 'image', attrs: { src: '/api/images/abc', width: 640 } }));
  expect(screen.getByRole('button', { name: 'La décrire' })).toBeDefined();
});

test('an image that could not be sent leaves the text alone and can be tried again', async () => {
  const upload = vi
    .fn()
    .mockRejectedValueOnce(new Error('Image trop lourde : 5 Mo au plus.'))
    .mockResolvedValue({ src: '/api/images/abc', width: 1, height: 1 });
  const { editor, last } = open({}, upload);
  editor.commands.insertContent('Voici');
  drop([picture]);
  expect((await screen.findByRole('alert')).textContent).toContain('plan.png : Image trop lourde');
  expect(plainText(last() as RichText)).toBe('Voici');
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  await waitFor(() => expect(JSON.stringify(last())).toContain('/api/images/abc'));
});

test('another kind of file is refused in words', () => {
  const { uploadImage } = open();
  drop([new File(['x'], 'note.pdf', { type: 'application/pdf' })]);
  expect(screen.getByRole('alert').textContent).toMatch(/Seules les images/);
  expect(uploadImage).not.toHaveBeenCalled();
});
