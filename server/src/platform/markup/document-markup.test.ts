import { outlineOf } from '@beffroi/shared/collab/document-outline';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './document-markup.ts';
import type { DocumentNode } from './document-node.ts';
import { typeset } from './typeset.ts';

const parsed = (markup: string) => {
  const doc = documentSchema.nodeFromJSON(parseDocument(markup));
  doc.check();
  return doc;
};
const blocks = (markup: string): DocumentNode[] => parseDocument(markup).content ?? [];

describe('the markup of documents', () => {
  it('makes numbered and unnumbered headings, named by their words or by hand', () => {
    const doc = parsed('#! -> Préambule <-\n# Objet\n## Durée\n## Durée\n### Délai d’été {#ete}\n# Prix');
    expect(outlineOf(doc).map(({ number, text, id }) => [number, text, id])).toEqual([
      ['', 'Préambule', 'preambule'],
      ['Article 1', 'Objet', 'objet'],
      ['1.1', 'Durée', 'duree'],
      ['1.2', 'Durée', 'duree-2'],
      ['a)', 'Délai d’été', 'ete'],
      ['Article 2', 'Prix', 'prix'],
    ]);
    expect(doc.firstChild?.attrs.align).toBe('center');
  });

  it('makes paragraphs with bold, italic, links and alignment, quotes, rules and page breaks', () => {
    const doc = parsed(
      'Le **titulaire** livre *sans délai*, voir [le code](https://www.legifrance.gouv.fr/).\n\n-> Fait à Anzin\n\n> Au choix.\n> Ou non.\n\n---\n===',
    );
    const types: string[] = [];
    doc.forEach((node) => void types.push(node.type.name));
    expect(types).toEqual(['paragraph', 'paragraph', 'blockquote', 'horizontalRule', 'pageBreak']);
    expect(doc.textContent).toContain('Le titulaire livre sans délai, voir le code.');
    expect(doc.child(1).attrs.align).toBe('right');
    expect(doc.child(2).childCount).toBe(2);
  });

  it('nests lists by their indent, and parts those of another kind', () => {
    expect(blocks('- un\n  1. premier\n  2. second\n- deux\n1. trois')).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'un' }] },
              {
                type: 'orderedList',
                content: ['premier', 'second'].map((text) => ({
                  type: 'listItem',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
                })),
              },
            ],
          },
          { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'deux' }] }] },
        ],
      },
      {
        type: 'orderedList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'trois' }] }] }],
      },
    ]);
  });

  it('makes tables with merged cells, empty cells and cells of several paragraphs', () => {
    expect(blocks('|>2 100 € |')[0]?.content?.[0]?.content?.[0]?.attrs).toEqual({ colspan: 2 });
    const table = parsed(
      '|= Lieu |=>2 Passages |\n|^2 École | jour | 5 |\n| mois | |\n| Mairie |>2 a // **b** |\n| // // // |>2 https://a.fr |',
    ).firstChild;
    const cells: unknown[] = [];
    table?.descendants(({ type, attrs, textContent, childCount }) => {
      if (type.name.startsWith('tableC') || type.name.startsWith('tableH'))
        cells.push([type.name, textContent, attrs.colspan, attrs.rowspan, childCount]);
    });
    expect(cells).toEqual([
      ['tableHeader', 'Lieu', 1, 1, 1],
      ['tableHeader', 'Passages', 2, 1, 1],
      ['tableCell', 'École', 1, 2, 1],
      ['tableCell', 'jour', 1, 1, 1],
      ['tableCell', '5', 1, 1, 1],
      ['tableCell', 'mois', 1, 1, 1],
      ['tableCell', '', 1, 1, 1],
      ['tableCell', 'Mairie', 1, 1, 1],
      ['tableCell', 'ab', 2, 1, 2],
      ['tableCell', '', 1, 1, 4],
      ['tableCell', 'https://a.fr', 2, 1, 1],
    ]);
  });
});

describe('French typography', () => {
  it.each([
    ["L'article R. 2112-13 : « 15 % » ; oui !", 'L’article\u00a0R.\u00a02112-13\u00a0: «\u00a015\u202f%\u00a0»\u202f; oui\u202f!'],
    ['1 250 000 € HT, 30 jours', '1\u202f250\u202f000\u00a0€ HT, 30\u00a0jours'],
    ['le 1er avril 2021, n° 12, 8 h 30', 'le 1er\u00a0avril 2021, n°\u00a012, 8\u00a0h 30'],
    ['https://www.legifrance.gouv.fr', 'https://www.legifrance.gouv.fr'],
  ])('sets %s', (typed, set) => expect(typeset(typed)).toBe(set));
});
