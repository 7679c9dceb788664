import { DOCUMENT_FRAGMENT, documentSchema } from '@beffroi/shared/collab/document-schema';
import type { JSONContent } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { line, title } from './document.fixtures.ts';
import { readableText } from './readable-text.ts';

const textOf = (content: JSONContent[]): string => {
  const doc = new Doc();
  prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content }, doc.getXmlFragment(DOCUMENT_FRAGMENT));
  return readableText(doc);
};
const node = (type: string, content: JSONContent[], attrs = {}): JSONContent => ({ type, content, attrs });
const item = (...content: JSONContent[]) => node('listItem', content);

it('keeps each block apart, whatever is written in it', () => {
  const bold: JSONContent = { type: 'text', text: 'fermes', marks: [{ type: 'bold' }] };
  const sentence = node('paragraph', [
    { type: 'text', text: 'Les prix sont ' },
    bold,
    { type: 'hardBreak' },
    { type: 'text', text: 'un an.' },
  ]);
  expect(textOf([title(1, 'Prix'), line(''), sentence])).toBe('Prix\n\nLes prix sont fermes\nun an.');
});

it('writes lists and tables as lines', () => {
  const inner = node('bulletList', [item(line('voirie'))]);
  const cell = (text: string) => node('tableCell', [line(text)]);
  expect(
    textOf([
      node('orderedList', [item(line('Un'), inner), item(line('Deux'))], { start: 3 }),
      node('table', [node('tableRow', [cell('Lot'), cell('Prix')])]),
      node('blockquote', [line('Cité')]),
    ]),
  ).toBe('3. Un\n  – voirie\n4. Deux\n\nLot\tPrix\n\nCité');
});

it('is empty where nothing is written', () => {
  expect(readableText(new Doc())).toBe('');
});
