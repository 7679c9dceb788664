import type { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { decideProposals } from './decide-proposals.ts';
import { documentSchema } from './document-schema.ts';
import { proposalsOf } from './proposals.ts';
import { proposeBlocks } from './propose-blocks.ts';
import { documentOf, heading, list, paragraph, proposing } from './suggestions.fixtures.ts';

const schema = documentSchema;
const bold = (words: string) => schema.text(words, [schema.mark('bold')]);
const item = (...blocks: Node[]) => schema.node('listItem', null, blocks);
const steps = schema.node('orderedList', { start: 3 }, [
  item(paragraph('Constater.'), list('Par écrit.', 'Sous huit jours.')),
  item(paragraph('Mettre en demeure.')),
]);
const told = schema.node('paragraph', null, [schema.text('On procède '), bold('toujours'), schema.text(' ainsi.')]);

/** The blocks proposed after the `index`-th block. */
const proposedAfter = (doc: Node, index: number, ...blocks: Node[]): Node => {
  const before = doc.children.slice(0, index + 1).reduce((size, { nodeSize }) => size + nodeSize, 0);
  const { transform, refused } = proposeBlocks(doc, before, blocks, proposing());
  if (!transform) throw new Error(refused);
  transform.doc.check();
  return transform.doc;
};

describe('paragraphs and lists proposed between two blocks', () => {
  it.each<[string, Node, Node[]]>([
    ['a paragraph and a nested list', documentOf(paragraph('Avant.'), heading(1, 'Après')), [told, steps]],
    ['a list first', documentOf(paragraph('Avant.'), paragraph('Après')), [list('un', 'deux'), told]],
    ['a list, and nothing else', documentOf(paragraph('Avant.')), [list('un', 'deux')]],
    ['a list after a list', documentOf(list('a', 'b'), paragraph('Après')), [list('un', 'deux')]],
    ['a list after an empty paragraph', documentOf(paragraph('')), [steps]],
    ['a list after a title', documentOf(heading(1, 'Avant'), heading(1, 'Après')), [steps, told]],
    ['a quotation', documentOf(paragraph('Avant.')), [documentSchema.node('blockquote', null, [told, list('un')])]],
  ])('%s: accepted they stand as they are, refused they leave no trace', (_name, doc, blocks) => {
    const proposed = proposedAfter(doc, 0, ...blocks);
    expect(proposalsOf(proposed)).toHaveLength(1);
    const [first, ...rest] = doc.children;
    expect(decideProposals(proposed, 'all', 'accept').doc.toJSON()).toEqual(documentOf(first as Node, ...blocks, ...rest).toJSON());
    expect(decideProposals(proposed, 'all', 'refuse').doc.toJSON()).toEqual(doc.toJSON());
  });
  it('are no part of what the same person proposes beside them', () => {
    const doc = proposedAfter(documentOf(paragraph('Avant.')), 0, told);
    expect(proposalsOf(proposedAfter(doc, 1, list('un')))).toHaveLength(2);
  });
});
