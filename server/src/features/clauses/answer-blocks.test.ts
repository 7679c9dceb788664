import type { RichText } from '@beffroi/shared/core/rich-text';
import { describe, expect, it } from 'vitest';
import { answerBlocks } from './answer-blocks.ts';

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const p = (...content: object[]) => ({ type: 'paragraph', content });
const told = (...content: object[]) => answerBlocks({ type: 'doc', content } as unknown as RichText).map(String);

describe('an answer as blocks of a document', () => {
  it('keeps emphasis, links and line breaks, and what a mention says', () => {
    const link = { type: 'link', attrs: { href: 'https://www.insee.fr/', target: null, title: 'INSEE' } };
    const mention = { type: 'mention', attrs: { id: 'x', label: 'Acheteuse' } };
    const [block] = answerBlocks({
      type: 'doc',
      content: [p(text('L’', { type: 'bold' }), text('indice', link), { type: 'hardBreak' }, mention, text(' le suit', { type: 'code' }))],
    } as unknown as RichText);
    expect(String(block)).toBe('paragraph(bold("L’"), link("indice"), hardBreak, "@Acheteuse le suit")');
    expect(block?.child(1).marks[0]?.attrs).toMatchObject({ href: 'https://www.insee.fr/', title: null });
  });
  it('keeps lists within lists and where they begin to count', () => {
    const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('Par écrit'))] }] };
    const list = { type: 'orderedList', attrs: { start: 4 }, content: [{ type: 'listItem', content: [p(text('Constater')), inner] }] };
    expect(told(list)).toEqual(['orderedList(listItem(paragraph("Constater"), bulletList(listItem(paragraph("Par écrit")))))']);
    expect(answerBlocks({ type: 'doc', content: [list] } as unknown as RichText)[0]?.attrs.start).toBe(4);
  });
  it('begins an item with a paragraph, and leaves out items and paragraphs without a word', () => {
    const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('a'))] }] };
    const items = [
      { type: 'listItem', content: [inner] },
      { type: 'listItem', content: [p()] },
    ];
    expect(told({ type: 'bulletList', content: items }, p())).toEqual([
      'bulletList(listItem(paragraph, bulletList(listItem(paragraph("a")))))',
    ]);
  });
  it('makes no article of a title, and keeps the words of what cannot be proposed', () => {
    const cell = (words: string) => ({ type: 'tableCell', content: [p(text(words))] });
    expect(
      told(
        { type: 'heading', attrs: { level: 2 }, content: [text('Formule', { type: 'bold' })] },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('P0'), cell('prix d’origine')] }] },
        { type: 'image', attrs: { src: '/api/images/a' } },
        { type: 'horizontalRule' },
        { type: 'codeBlock', content: [text('P = P0\n\nk = 1')] },
        { type: 'blockquote', content: [p(text('cité'))] },
      ),
    ).toEqual([
      'paragraph(bold("Formule"))',
      'paragraph("P0")',
      'paragraph("prix d’origine")',
      'paragraph("P = P0")',
      'paragraph("k = 1")',
      'blockquote(paragraph("cité"))',
    ]);
  });
});
