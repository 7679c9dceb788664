import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from './testing/sample-document.ts';
import { cell, doc, header, p, table } from './testing/written-document.ts';
import { toPdf } from './to-pdf.ts';

const read = (pdf: Buffer): string => pdf.toString('latin1');
const pages = (pdf: Buffer): number => read(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;
/** A title as PDF writes it: UTF-16, or plain where it can be. */
const utf16 = (words: string): string => Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('latin1');

interface Part {
  role?: string;
  id?: string;
  type?: string;
  alt?: string;
  children?: Part[];
}

/** The parts of a document in the order they are read, each with the words that are its own, as another library finds them. */
const partsOf = async (pdf: Buffer): Promise<{ tree: string[]; words: string }> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const tree: string[] = [];
  let words = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const own = new Map<string, string>();
    let current: string | undefined;
    for (const item of items) {
      if ('str' in item) {
        words += item.str;
        if (current) own.set(current, (own.get(current) ?? '') + item.str);
      } else current = item.type === 'endMarkedContent' ? undefined : (item.id ?? undefined);
    }
    const walk = ({ role, alt, children = [] }: Part): void => {
      const text =
        alt ??
        children
          .map(({ id }) => (id && own.get(id)) || '')
          .join('')
          .replaceAll('\u00a0', ' ')
          .trim();
      if (role && role !== 'Root' && role !== 'Document') tree.push(text ? `${role} “${text}”` : role);
      children.forEach(walk);
    };
    walk((await page.getStructTree()) as Part);
  }
  return { tree, words };
};

describe('a document as a PDF', () => {
  it('says of a name that came with a Word file that it did', async () => {
    const said = { at: '2026-03-12T09:30:00.000Z', text: 'Vu.' };
    const content = doc(p('Un texte.'));
    const comments = [
      { ...said, id: 'a', author: 'Maire', imported: true, from: 1, to: 3, replies: [{ ...said, author: 'Juriste' }], resolved: false },
    ];
    const { words } = await partsOf(await toPdf(sampleDocument({ content, comments })));
    expect(words).toContain('Maire (Word), 12 mars 2026');
    expect(words).toContain('Juriste, 12 mars 2026');
  });
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
  it('says what each part is to those who do not see it: titles, lists and their numbers, tables and their headings, links', async () => {
    const { tree, words } = await partsOf(await toPdf(sampleDocument()));
    expect(tree.slice(0, 2)).toEqual(['P “Cahier des clauses administratives particulières”', 'H1 “Fourniture de papier”']);
    expect(tree).toContain('TOC');
    expect(tree).toEqual(expect.arrayContaining(['H2 “Article 1 – Objet du marché”', 'H3 “1.1 Nature des prestations”']));
    const at = tree.indexOf('Lbl “1.”');
    expect(tree.slice(at - 2, at + 3)).toEqual(['L', 'LI', 'Lbl “1.”', 'LBody', 'P “une première fois pour douze mois ;”']);
    expect(tree).toEqual(
      expect.arrayContaining(['Table', 'TH', 'P “Désignation”', 'TD', 'P “40 000 €”', 'Link', 'Figure “Plan des points de livraison”']),
    );
    // What every page bears is read on none.
    expect(words.replaceAll('\u00a0', ' ')).toContain('Page 2 sur');
    expect(tree.join('\n')).not.toContain('Page 2 sur');
  });
  it('reads the heading of a table that runs over several pages once', async () => {
    const rows = Array.from({ length: 120 }, (_each, index) => [cell(`Ligne ${index}`)]);
    const { tree } = await partsOf(
      await toPdf(sampleDocument({ content: doc(table([header('Désignation')], ...rows)), comments: [], contents: false })),
    );
    expect(tree.filter((part) => part.includes('Désignation'))).toHaveLength(1);
    expect(tree).toContain('P “Ligne 119”');
  });
});
