import type { RichText, RichTextNode } from '@beffroi/shared/core/rich-text';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { RichTextView } from './rich-text-view.tsx';

const shown = (content: RichTextNode[], headingsFrom: 2 | 3 = 2) =>
  render(
    <MemoryRouter>
      <RichTextView doc={{ type: 'doc', content } as RichText} headingsFrom={headingsFrom} />
    </MemoryRouter>,
  ).container;

const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): RichTextNode => ({
  type: 'text',
  text: words,
  marks,
});
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });

test('marks nest and words are set as printed, code left alone', () => {
  const container = shown([paragraph(text('Quel indice ?', { type: 'bold' }, { type: 'italic' }), text('a ? b', { type: 'code' }))]);
  expect(container.querySelector('strong em')?.textContent).toBe('Quel indice\u202f?');
  expect(container.querySelector('code')?.textContent).toBe('a ? b');
});

test('a link elsewhere opens apart and cannot reach back', () => {
  shown([paragraph(text('le site', { type: 'link', attrs: { href: 'https://anzin.fr/page' } }))]);
  const link = screen.getByRole('link', { name: 'le site (nouvel onglet)' });
  expect(link.getAttribute('href')).toBe('https://anzin.fr/page');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', ' https://x', undefined])(
  'an address such as %s leaves only its words',
  (href) => {
    const container = shown([paragraph(text('ici', { type: 'link', attrs: { href } }))]);
    expect(container.querySelector('a')).toBeNull();
    expect(container.textContent).toBe('ici');
  },
);

test('an address of ours that a browser would take for another site opens apart', () => {
  shown([paragraph(text('ici', { type: 'link', attrs: { href: `${location.origin}//evil.example` } }))]);
  expect(screen.getByRole('link').getAttribute('target')).toBe('_blank');
});

test('markup in the words stays words', () => {
  const container = shown([paragraph(text('<img src=x onerror=alert(1)><script>alert(1)</script>'))]);
  expect(container.querySelector('img, script')).toBeNull();
  expect(container.textContent).toContain('<script>');
});

test('only our own images are shown, described', () => {
  const container = shown([
    { type: 'image', attrs: { src: 'https://traceur.example/p.gif' } },
    { type: 'image', attrs: { src: '/api/images/abc', alt: 'Plan de masse', width: 640, height: 480 } },
  ]);
  expect(container.querySelectorAll('img')).toHaveLength(1);
  expect(screen.getByRole('img', { name: 'Plan de masse' }).getAttribute('width')).toBe('640');
});

test('headings take the level their place in the page asks for', () => {
  shown(
    [
      { type: 'heading', attrs: { level: 2 }, content: [text('Contexte')] },
      { type: 'heading', attrs: { level: 3 }, content: [text('Détail')] },
    ],
    3,
  );
  expect(screen.getByRole('heading', { name: 'Contexte', level: 3 })).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Détail', level: 4 })).toBeDefined();
});

test('a wide table is a region that the keyboard scrolls', () => {
  const cell = (type: string, words: string): RichTextNode => ({
    type,
    attrs: { colspan: 1, align: 'center' },
    content: [paragraph(text(words))],
  });
  shown([{ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Part'), cell('tableCell', '15 %')] }] }]);
  const region = screen.getByRole('region', { name: 'Tableau' });
  expect(region.tabIndex).toBe(0);
  expect(within(region).getByRole('columnheader', { name: 'Part' })).toBeDefined();
});

test('a mention leads to the person', () => {
  shown([paragraph({ type: 'mention', attrs: { id: 'person-1', label: 'Juriste' } })]);
  expect(screen.getByRole('link', { name: '@Juriste' }).getAttribute('href')).toBe('/annuaire/person-1');
});
