import type { PdfBlock } from 'pdfmake';
import { describe, expect, it } from 'vitest';
import { keepTogether } from './keep-together.ts';

const heading = (text: string, more: PdfBlock = {}): PdfBlock => ({ text, outline: true, ...more });
const texts = (blocks: PdfBlock[] = []): unknown[] =>
  blocks.map(({ text, stack, ol, start }) => text ?? (ol ? [start, ...texts(ol)] : texts(stack)));

describe('a heading in a PDF', () => {
  it('stays with those under it and the text they announce', () => {
    const blocks = keepTogether([heading('1'), heading('1.1'), { text: 'a' }, { text: 'b' }]);
    expect(texts(blocks)).toEqual([['1', '1.1', 'a'], 'b']);
    expect(blocks[0]?.unbreakable).toBe(true);
  });
  it('stays with the first item of a list, whose count goes on', () => {
    const blocks = keepTogether([heading('1'), { ol: [{ text: 'x' }, { text: 'y' }], start: 5 }]);
    expect(texts(blocks)).toEqual([
      ['1', [5, 'x']],
      [6, 'y'],
    ]);
  });
  it('does not hold a text of more than a page', () => {
    expect(texts(keepTogether([heading('1'), { text: 'm'.repeat(5_000) }]))[0]).toEqual(['1']);
  });
  it('goes to a new page whole, and stays before one', () => {
    const blocks = keepTogether([heading('1', { pageBreak: 'before' }), { text: 'a' }, heading('2'), { text: 'b', pageBreak: 'before' }]);
    expect(blocks.map(({ pageBreak }) => pageBreak)).toEqual(['before', undefined, 'before']);
  });
  it('is not alone to announce: a sentence that ends on a colon does', () => {
    expect(texts(keepTogether([{ text: 'Trois lots :' }, { text: 'a' }, { text: 'b' }]))).toEqual([['Trois lots :', 'a'], 'b']);
  });
  it('may be the last thing there is', () => {
    expect(texts(keepTogether([heading('1')]))).toEqual([['1']]);
  });
});
