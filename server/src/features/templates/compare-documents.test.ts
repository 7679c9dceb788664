import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from './compare-documents.ts';

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] });
const article = (words: string) => ({ type: 'heading', attrs: { level: 1 }, content: [text(words)] });
const doc = (...content: object[]) => documentSchema.nodeFromJSON({ type: 'doc', content });
const told = (before: object[], after: object[]) =>
  compareDocuments(doc(...before), doc(...after)).map(({ change, number, runs }) => [
    change,
    number,
    runs.map((run) => (run.change === 'kept' ? run.text : `${run.change === 'added' ? '+' : '-'}[${run.text}]`)).join(''),
  ]);

describe('what changed between two texts', () => {
  it('tells words that changed inside a paragraph', () => {
    const before = [paragraph('Les prix sont révisés chaque trimestre par application de la formule.')];
    const after = [paragraph('Les prix sont révisés une fois par an par application de la formule.')];
    const [[change, , words]] = told(before, after) as [[string, string, string]];
    expect(change).toBe('changed');
    expect(words).toContain('Les prix sont révisés ');
    expect(words).toContain('-[');
    expect(words.replaceAll(/-\[[^\]]*\]/g, '').replaceAll(/\+\[([^\]]*)\]/g, '$1')).toBe(
      'Les prix sont révisés une fois par an par application de la formule.',
    );
  });
  it('tells articles that came and went, and not those whose number alone moved', () => {
    expect(told([article('Objet'), article('Prix')], [article('Objet'), article('Durée du marché'), article('Prix')])).toEqual([
      ['kept', 'Article 1', 'Objet'],
      ['added', 'Article 2', '+[Durée du marché]'],
      ['kept', 'Article 3', 'Prix'],
    ]);
    expect(told([article('Objet'), paragraph('Un lot.')], [article('Objet')])).toEqual([
      ['kept', 'Article 1', 'Objet'],
      ['removed', '', '-[Un lot.]'],
    ]);
  });
  it('does not take one paragraph for another that has nothing of it', () => {
    expect(told([paragraph('Pénalités de retard.')], [paragraph('Le titulaire assure son personnel.')]).map(([change]) => change)).toEqual([
      'removed',
      'added',
    ]);
  });
  it('reads items of lists and rows of tables as lines', () => {
    const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(words)] });
    const table = (price: string) => ({ type: 'table', content: [{ type: 'tableRow', content: [cell('Lot 1'), cell(price)] }] });
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('CCAP')] }] };
    expect(told([list, table('10 €')], [list, table('12 €')])).toEqual([
      ['kept', '', 'CCAP'],
      ['changed', '', 'Lot 1 │ -[10]+[12] €'],
    ]);
  });
  it('counts what is only proposed in neither text', () => {
    const attrs = { id: 'p', authorId: 'a', authorName: 'Juriste', at: '2026-11-28T10:00:00.000Z' };
    const marked = (words: string, type: string) => ({ ...text(words), marks: [{ type, attrs }] });
    const proposed = {
      type: 'paragraph',
      content: [text('Révisés '), marked('chaque trimestre', 'deletion'), marked('par an', 'insertion')],
    };
    expect(told([paragraph('Révisés chaque trimestre')], [proposed]).map(([change]) => change)).toEqual(['kept']);
  });
  describe('how it is set', () => {
    const restyled = (before: object, after: object) =>
      compareDocuments(doc(before), doc(after)).map((block) => [block.change, block.restyled]);
    const marked = (type: string, attrs?: object) => ({
      type: 'paragraph',
      content: [{ ...text('Le titulaire est seul tenu.'), marks: [{ type, ...(attrs && { attrs }) }] }],
    });
    const plain = paragraph('Le titulaire est seul tenu.');
    it.each(['bold', 'italic', 'underline', 'strike'])('tells words set in %s', (type) => {
      expect(restyled(plain, marked(type))).toEqual([['changed', true]]);
      expect(restyled(marked(type), marked(type))).toEqual([['kept', false]]);
    });
    it('tells where a link leads and how a paragraph is aligned', () => {
      const link = (href: string) => marked('link', { href });
      expect(restyled(link('https://example.org/a'), link('https://example.org/b'))).toEqual([['changed', true]]);
      expect(restyled(plain, { ...plain, attrs: { align: 'center' } })).toEqual([['changed', true]]);
    });
    it('tells another picture of the same description', () => {
      const image = (src: string) => ({ type: 'image', attrs: { src, alt: 'Plan' } });
      expect(restyled(image('/images/a'), image('/images/b'))).toEqual([['changed', true]]);
    });
    it('tells merged cells, and a list that became numbered', () => {
      const row = (attrs: object) => ({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [plain] }] }],
      });
      expect(restyled(row({ colspan: 1 }), row({ colspan: 2 }))).toEqual([['changed', true]]);
      const list = (type: string) => ({ type, content: [{ type: 'listItem', content: [plain] }] });
      expect(restyled(list('bulletList'), list('orderedList'))).toEqual([['changed', true]]);
    });
    it('tells it beside words that changed too', () => {
      const struck = { type: 'paragraph', content: [{ ...text('Le titulaire est seul tenu de tout.'), marks: [{ type: 'strike' }] }] };
      expect(restyled(plain, struck)).toEqual([['changed', true]]);
      expect(restyled(plain, paragraph('Le titulaire est seul tenu de tout.'))).toEqual([['changed', false]]);
    });
  });
  it('finds nothing between a text and itself', () => {
    const same = [article('Objet'), paragraph('Un marché.'), paragraph('Un marché.')];
    expect(told(same, same).every(([change]) => change === 'kept')).toBe(true);
  });
});
