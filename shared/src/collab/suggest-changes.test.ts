import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { describe, expect, it } from 'vitest';
import { decideProposals } from './decide-proposals.ts';
import { documentSchema } from './document-schema.ts';
import { proposalsInArticle, proposalsOf } from './proposals.ts';
import { suggestChanges } from './suggest-changes.ts';
import { documentOf, heading, list, paragraph, proposing } from './suggestions.fixtures.ts';

type Edit = (transform: Transform) => Transform;
const AT = '2026-11-28T10:00:00.000Z';
const LATER = '2026-11-28T12:00:00.000Z';

const suggest = (doc: Node, edit: Edit, author = 'a', at = AT): Node => {
  const { transform, refused } = suggestChanges(edit(new Transform(doc)), proposing(author, at));
  expect(refused).toBeUndefined();
  return (transform as Transform).doc;
};
const refusalOf = (doc: Node, edit: Edit) => suggestChanges(edit(new Transform(doc)), proposing()).refused;
const told = (doc: Node) => proposalsOf(doc).map(({ authorId, deletedText, insertedText }) => [authorId, deletedText, insertedText]);
const type =
  (words: string, from: number, to = from): Edit =>
  (transform) =>
    transform.replaceWith(from, to, documentSchema.text(words));
const accepted = (doc: Node) => decideProposals(doc, 'all', 'accept').doc.toString();
const refused = (doc: Node) => decideProposals(doc, 'all', 'refuse').doc.toString();

const price = documentOf(paragraph('chaque trimestre'));

describe('writing', () => {
  it('letter after letter is one proposal', () => {
    const after = suggest(suggest(price, type('x', 1)), type('y', 2));
    expect(told(after)).toEqual([['a', '', 'xy']]);
  });
  it('over a selection strikes it and adds after it, as one proposal', () => {
    const after = suggest(price, type('mois', 8, 17));
    expect(told(after)).toEqual([['a', 'trimestre', 'mois']]);
    expect(accepted(after)).toBe('doc(paragraph("chaque mois"))');
    expect(refused(after)).toBe('doc(paragraph("chaque trimestre"))');
  });
  it('two hours later, or elsewhere, or by somebody else, is another proposal', () => {
    const first = suggest(price, type('x', 1));
    expect(told(suggest(first, type('y', 2), 'a', LATER))).toHaveLength(2);
    expect(told(suggest(first, type('y', 9)))).toHaveLength(2);
    expect(told(suggest(first, type('y', 2), 'b'))).toHaveLength(2);
  });
  it('within struck text is an addition, not struck itself', () => {
    const struck = suggest(price, (transform) => transform.delete(1, 8));
    expect(told(suggest(struck, type('x', 4), 'b'))).toEqual([
      ['a', 'chaque ', ''],
      ['b', '', 'x'],
    ]);
  });
  it('keeps the proposal that composed text bears, so that a composition is not broken off', () => {
    const mark = documentSchema.mark('insertion', { id: 'composed', authorId: 'a', authorName: 'Agent a', at: AT });
    const composed = (transform: Transform) => transform.replaceWith(8, 8, documentSchema.text('é', [mark]));
    expect(proposalsOf(suggest(price, composed))[0]).toMatchObject({ id: 'composed', insertedText: 'é' });
  });
});

describe('deleting', () => {
  it('what one proposed oneself takes it away', () => {
    const after = suggest(suggest(price, type('xyz', 8)), (transform) => transform.delete(8, 11));
    expect(after.toString()).toBe(price.toString());
  });
  it('what another proposed strikes it, and both decide', () => {
    const after = suggest(suggest(price, type('xyz', 8)), (transform) => transform.delete(9, 10), 'b');
    expect(told(after)).toEqual([
      ['a', '', 'xyz'],
      ['b', 'y', ''],
    ]);
    expect(accepted(after)).toBe('doc(paragraph("chaque xztrimestre"))');
    expect(refused(after)).toBe(price.toString());
  });
  it('what is struck already changes nothing', () => {
    const struck = suggest(price, (transform) => transform.delete(1, 8));
    expect(suggest(struck, (transform) => transform.delete(7, 8), 'b').eq(struck)).toBe(true);
  });
  it('across paragraphs proposes to join them', () => {
    const after = suggest(documentOf(paragraph('un'), paragraph('deux'), paragraph('trois')), (transform) => transform.delete(2, 12));
    expect(told(after)).toEqual([['a', 'n\ndeux\nt', '']]);
    expect(accepted(after)).toBe('doc(paragraph("urois"))');
  });
  it('an article’s heading leaves the next paragraph its form', () => {
    const after = suggest(documentOf(heading(1, 'Objet'), paragraph('Le marché')), (transform) => transform.delete(0, 7));
    expect(accepted(after)).toBe('doc(paragraph("Le marché"))');
    expect(refused(after)).toBe('doc(heading("Objet"), paragraph("Le marché"))');
  });
  it('a line break is proposed like text', () => {
    const broken = documentOf(
      documentSchema.node('paragraph', null, [documentSchema.text('a'), documentSchema.node('hardBreak'), documentSchema.text('b')]),
    );
    const after = suggest(broken, (transform) => transform.delete(2, 3));
    expect(told(after)).toEqual([['a', '\n', '']]);
    expect(accepted(after)).toBe('doc(paragraph("ab"))');
    expect(decideProposals(after, 'all', 'refuse').doc.eq(broken)).toBe(true);
  });
});

describe('breaking paragraphs', () => {
  it('is proposed, and refused joins them again', () => {
    const after = suggest(price, (transform) => transform.split(8));
    expect(told(after)).toEqual([['a', '', '\n']]);
    expect(accepted(after)).toBe('doc(paragraph("chaque "), paragraph("trimestre"))');
    expect(refused(after)).toBe(price.toString());
  });
  it('joined again by the one who broke it leaves nothing', () => {
    const broken = suggest(price, (transform) => transform.split(8));
    expect(suggest(broken, (transform) => transform.join(9)).eq(price)).toBe(true);
  });
  it('before a heading adds a paragraph and leaves the heading', () => {
    const titled = documentOf(heading(1, 'Objet', 'h1'));
    const after = suggest(titled, (transform) => transform.split(1).setNodeMarkup(0, documentSchema.nodes.paragraph));
    expect(accepted(after)).toBe('doc(paragraph, heading("Objet"))');
    expect(decideProposals(after, 'all', 'refuse').doc.eq(titled)).toBe(true);
  });
  it('of a list adds an item', () => {
    const after = suggest(documentOf(list('un', 'deux')), (transform) => transform.split(4, 2));
    expect(accepted(after)).toBe('doc(bulletList(listItem(paragraph("u")), listItem(paragraph("n")), listItem(paragraph("deux"))))');
    expect(refused(after)).toBe('doc(bulletList(listItem(paragraph("un")), listItem(paragraph("deux"))))');
  });
  it('by pasting several paragraphs is one proposal', () => {
    const pasted = new Slice(Fragment.from(['x', 'y', 'z'].map(paragraph)), 1, 1);
    const after = suggest(price, (transform) => transform.replace(8, 17, pasted));
    expect(told(after)).toEqual([['a', 'trimestre', 'x\ny\nz']]);
    expect(accepted(after)).toBe('doc(paragraph("chaque x"), paragraph("y"), paragraph("z"))');
  });
});

describe('what cannot be proposed', () => {
  const cell = (words: string) => documentSchema.node('tableCell', null, paragraph(words));
  const table = documentSchema.node('table', null, documentSchema.node('tableRow', null, [cell('a'), cell('b')]));
  it('is refused with its reason: formatting, headings, tables, images', () => {
    expect(refusalOf(price, (transform) => transform.addMark(1, 8, documentSchema.mark('bold')))).toMatch(/mise en forme/);
    expect(refusalOf(price, (transform) => transform.setNodeMarkup(0, documentSchema.nodes.heading))).toMatch(/structure/);
    expect(refusalOf(documentOf(table), (transform) => transform.delete(0, table.nodeSize))).toMatch(/tableaux/);
    expect(refusalOf(documentOf(table), (transform) => transform.delete(2, 7))).toMatch(/tableaux/);
    expect(refusalOf(price, (transform) => transform.insert(0, documentSchema.node('pageBreak')))).toMatch(/sauts de page/);
  });
  it('but the text of a cell can', () => {
    const after = suggest(documentOf(table), type('x', 4, 5));
    expect(told(after)).toEqual([['a', 'a', 'x']]);
  });
  it('and one forms what one proposes oneself', () => {
    const after = suggest(suggest(price, type('xyz', 8)), (transform) => transform.addMark(8, 11, documentSchema.mark('bold')));
    expect(told(after)).toEqual([['a', '', 'xyz']]);
  });
});

it('several replacements at once, as find and replace makes them, are each a proposal', () => {
  const doc = documentOf(paragraph('le prix, le délai'));
  const after = suggest(doc, (transform) => type('un', 1, 3)(type('un', 10, 12)(transform)));
  expect(told(after)).toEqual([
    ['a', 'le', 'un'],
    ['a', 'le', 'un'],
  ]);
});

it('lists the proposals of an article, those of the articles under it included', () => {
  const doc = documentOf(
    heading(1, 'Prix', 'prix'),
    heading(2, 'Révision', 'rev'),
    paragraph('un'),
    heading(1, 'Délai', 'delai'),
    paragraph('deux'),
  );
  const inPrice = suggest(doc, type('x', 17));
  const after = suggest(inPrice, type('y', inPrice.content.size - 1));
  const [first, second] = proposalsOf(after);
  expect([first?.articleId, second?.articleId]).toEqual(['rev', 'delai']);
  expect(proposalsInArticle(after, 'prix')).toEqual([first?.id]);
});
