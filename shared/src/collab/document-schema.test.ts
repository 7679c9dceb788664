import { describe, expect, it } from 'vitest';
import { outlineOf } from './document-outline.ts';
import { documentSchema } from './document-schema.ts';

const text = (words: string) => ({ type: 'text', text: words });

describe('the schema of documents', () => {
  it('knows these nodes and marks, and no others: adding one raises the version', () => {
    expect(Object.keys(documentSchema.nodes).sort()).toEqual([
      'blockquote',
      'bulletList',
      'doc',
      'hardBreak',
      'heading',
      'horizontalRule',
      'image',
      'listItem',
      'orderedList',
      'pageBreak',
      'paragraph',
      'table',
      'tableCell',
      'tableHeader',
      'tableRow',
      'text',
    ]);
    expect(Object.keys(documentSchema.marks).sort()).toEqual(['bold', 'deletion', 'insertion', 'italic', 'link', 'strike', 'underline']);
  });
  it('keeps proposals on text that has other marks', () => {
    const proposal = { id: 'p', authorId: 'a', authorName: 'Pilote', at: '2026-11-28T10:00:00.000Z' };
    const doc = documentSchema.nodeFromJSON({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { insertedBreak: proposal },
          content: [
            {
              ...text('le titulaire'),
              marks: [{ type: 'bold' }, { type: 'insertion', attrs: proposal }, { type: 'deletion', attrs: proposal }],
            },
          ],
        },
      ],
    });
    doc.check();
    expect(doc.firstChild?.firstChild?.marks.map(({ type }) => type.name).sort()).toEqual(['bold', 'deletion', 'insertion']);
  });
  it('lists the headings of a document with their numbers', () => {
    const heading = (level: number, words: string, attrs = {}) => ({ type: 'heading', attrs: { level, ...attrs }, content: [text(words)] });
    const doc = documentSchema.nodeFromJSON({
      type: 'doc',
      content: [
        heading(1, 'Préambule', { numbered: false }),
        heading(1, 'Objet', { id: 'objet' }),
        { type: 'paragraph' },
        heading(2, 'Lots'),
      ],
    });
    expect(outlineOf(doc).map(({ number, text: words, id }) => [number, words, id])).toEqual([
      ['', 'Préambule', null],
      ['Article 1', 'Objet', 'objet'],
      ['1.1', 'Lots', null],
    ]);
  });
});
