import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { articleToDecide } from './article-to-decide.ts';

const heading = (id: string, level: number, words: string) => ({
  type: 'heading',
  attrs: { id, level },
  content: [{ type: 'text', text: words }],
});
const paragraph = (words: string, proposalId?: string) => {
  const attrs = { id: proposalId, authorId: 'a', authorName: 'Juriste', at: '2026-11-28T10:00:00.000Z' };
  return { type: 'paragraph', content: [{ type: 'text', text: words, ...(proposalId && { marks: [{ type: 'insertion', attrs }] }) }] };
};
const doc = documentSchema.nodeFromJSON({
  type: 'doc',
  content: [
    paragraph('Préambule', 'p0'),
    heading('prix', 1, 'Prix'),
    paragraph('Révisés', 'p1'),
    heading('indice', 2, 'Indice'),
    paragraph('Publié'),
    heading('delais', 1, 'Délais'),
    paragraph('Trente jours', 'p2'),
    heading('litiges', 1, 'Litiges'),
    paragraph('À l’amiable'),
  ],
});
const inside = (words: string): number => {
  let found = 0;
  doc.descendants((node, pos) => {
    if (node.text === words) found = pos + 1;
  });
  return found;
};

describe('the article whose suggestions are decided together', () => {
  it('is the one the caret stands in, with how many wait there', () => {
    expect(articleToDecide(doc, inside('Trente jours'))).toEqual({ id: 'delais', name: 'Article 2 Délais', count: 1 });
  });
  it('is the one around, where nothing waits in the smallest', () => {
    expect(articleToDecide(doc, inside('Publié'))?.id).toBe('prix');
  });
  it('is none before the first article, nor where nothing waits', () => {
    expect(articleToDecide(doc, inside('Préambule'))).toBeNull();
    expect(articleToDecide(doc, inside('À l’amiable'))).toBeNull();
  });
});
