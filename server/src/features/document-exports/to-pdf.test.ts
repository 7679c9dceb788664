import { describe, expect, it } from 'vitest';
import { sampleDocument } from './testing/sample-document.ts';
import { cell, doc, p, table } from './testing/written-document.ts';
import { toPdf } from './to-pdf.ts';

const read = (pdf: Buffer): string => pdf.toString('latin1');
const pages = (pdf: Buffer): number => read(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;
/** A title as PDF writes it: UTF-16, or plain where it can be. */
const utf16 = (words: string): string => Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('latin1');

describe('a document as a PDF', () => {
  it('has pages, bookmarks nested as headings are, links, its title and its language', async () => {
    const pdf = await toPdf(sampleDocument());
    const text = read(pdf);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(pages(pdf)).toBeGreaterThan(5);
    expect(text).toContain(utf16('Article 1\u00a0– Objet du marché'));
    expect(text).toMatch(/\/Lang \(fr-FR\)/);
    expect(text).toContain('(Fourniture de papier)');
    expect(text).toContain('(https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000037730847)');
  });
  it('loses nothing of a cell taller than a page', async () => {
    const content = doc(table([cell(`${'Texte d’une cellule interminable. '.repeat(400)}Fin.`)]));
    expect(pages(await toPdf(sampleDocument({ content, comments: [] })))).toBeGreaterThan(2);
  });
  it('says in its place what it cannot show', async () => {
    const content = doc(p('avant'), { type: 'image', attrs: { src: '/api/images/perdue', alt: 'Carte' } });
    expect(pages(await toPdf(sampleDocument({ content, comments: [] })))).toBe(1);
  });
});
