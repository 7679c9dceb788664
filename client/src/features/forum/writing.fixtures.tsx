import { paragraphs } from '@beffroi/shared/core/rich-text';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import type { RichTextEditorProps } from '../../editor/rich-text-editor.tsx';
import { type WritingTools, WritingToolsProvider } from '../../editor/writing-tools.tsx';

/** The editor as far as a form is concerned: a name, a text, an error. */
export const PlainEditor = ({ label, initial, onChange, onSend, error }: RichTextEditorProps) => (
  <>
    <textarea
      aria-label={label}
      defaultValue={initial?.content.map((node) => node.content?.map((child) => child.text).join('')).join('\n') ?? ''}
      onChange={(event) => onChange(event.target.value.trim() ? paragraphs(event.target.value) : null)}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && onSend?.()}
    />
    {error && <p role="alert">{error}</p>}
  </>
);

/** Drafts kept in a map, as the browser keeps them. */
export const draftsIn = (kept: Map<string, unknown>): WritingTools => ({
  useDraft: <T,>(key: string) => ({
    found: (kept.get(key) as T | undefined) ?? null,
    foundAt: kept.has(key) ? '2026-11-24T08:00:00.000Z' : null,
    save: (value: T | null) => void (value === null ? kept.delete(key) : kept.set(key, value)),
    clear: () => void kept.delete(key),
  }),
  uploadImage: () => Promise.reject(new Error('no image here')),
});

/** Renders with what a page gives its forms. */
export const renderWriting = (element: ReactElement, kept = new Map<string, unknown>()) => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  return render(
    <MantineProvider>
      <QueryClientProvider client={cache}>
        <MemoryRouter>
          <WritingToolsProvider value={draftsIn(kept)}>{element}</WritingToolsProvider>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
};
