import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { expect, it } from 'vitest';
import { articleEnd } from './article-end.ts';

const p = (words: string) => documentSchema.node('paragraph', null, documentSchema.text(words));
const heading = (id: string, level: number) => documentSchema.node('heading', { id, level }, documentSchema.text(id));
const list = documentSchema.node('bulletList', null, documentSchema.node('listItem', null, p('article')));
const cell = documentSchema.node('tableCell', null, p('a'));
const table = documentSchema.node('table', null, documentSchema.node('tableRow', null, cell));
const doc = documentSchema.node('doc', null, [heading('prix', 1), p('a'), heading('indice', 2), list, table, heading('fin', 1)]);

it('is after the last paragraph or list of the article and of those within it, before a table that ends it', () => {
  const before = (articleId: string | null) => doc.resolve(articleEnd(doc, articleId)?.pos ?? 0).nodeBefore;
  expect(before('prix')).toBe(list);
  expect(before('indice')).toBe(list);
  expect(before('fin')).toBe(doc.lastChild);
  expect(before(null)).toBe(doc.lastChild);
  expect(articleEnd(doc, 'garanties')).toBeNull();
});
