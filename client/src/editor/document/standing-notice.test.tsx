import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Doc, XmlElement, XmlText } from 'yjs';
import type { LiveDocument } from './live-document.ts';
import { NOTHING_YET } from './live-facts.ts';
import { saveStateOf } from './save-state.ts';
import { StandingNotice } from './standing-notice.tsx';

/** A page that wrote off line and came back to a model in review. */
const late = (unsent: number) => {
  const doc = new Doc();
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText('Écrit dans le train.')]);
  doc.getXmlFragment(DOCUMENT_FRAGMENT).insert(0, [paragraph]);
  const facts = { ...NOTHING_YET, loaded: true, synced: true, opened: true, unsent };
  const state = saveStateOf({ facts, mayWrite: false, siteIsLive: true });
  return render(<StandingNotice state={state} live={{ doc } as LiveDocument} />, { wrapper: MantineProvider });
};
const copyButton = () => screen.getByRole('button', { name: 'Copier le texte entier' });

afterEach(() => vi.restoreAllMocks());

it('gives what was never sent to the clipboard', async () => {
  const user = userEvent.setup();
  late(2);
  await user.click(copyButton());
  expect(await navigator.clipboard.readText()).toBe('Écrit dans le train.');
  expect(screen.getByRole('button', { name: 'Texte copié' })).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('shows it selected where the clipboard is refused', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  late(1);
  await user.click(copyButton());
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(field.value).toBe('Écrit dans le train.');
  expect(document.activeElement).toBe(field);
  expect(field.selectionEnd).toBe(field.value.length);
});

it('offers nothing where all was sent', () => {
  late(0);
  expect(screen.queryByRole('button')).toBeNull();
});
