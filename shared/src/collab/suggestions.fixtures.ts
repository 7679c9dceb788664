import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { canSplit, Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { documentSchema } from './document-schema.ts';
import type { Proposing } from './suggest-changes.ts';

const text = (words: string) => (words ? [documentSchema.text(words)] : []);

export const paragraph = (words: string): Node => documentSchema.node('paragraph', null, text(words));
export const heading = (level: number, words: string, id: string | null = null): Node =>
  documentSchema.node('heading', { level, id }, text(words));
export const list = (...items: string[]): Node =>
  documentSchema.node(
    'bulletList',
    null,
    items.map((words) => documentSchema.node('listItem', null, paragraph(words))),
  );
export const documentOf = (...blocks: Node[]): Node => documentSchema.node('doc', null, blocks);

let made = 0;
export const proposing = (authorId = 'a', at = '2026-11-28T10:00:00.000Z'): Proposing => ({
  authorId,
  authorName: `Agent ${authorId}`,
  at,
  newId: () => `p${++made}`,
});

const words = fc.stringMatching(/^[a-c ]{0,6}$/);
const block = fc.oneof(
  { weight: 4, arbitrary: words.map(paragraph) },
  { weight: 2, arbitrary: words.map((title) => heading(1, title)) },
  { weight: 1, arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => list(...items)) },
);
export const someDocument = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => documentOf(...blocks));
export const isFlat = (doc: Node): boolean => doc.children.every(({ isTextblock }) => isTextblock);

/** An edit as a person makes it, its places as parts of the whole text. */
export interface SomeEdit {
  kind: 'type' | 'delete' | 'split' | 'paste' | 'remove-block';
  start: number;
  end: number;
  words: string;
  lines: string[];
}
export const someEdit: fc.Arbitrary<SomeEdit> = fc.record({
  kind: fc.constantFrom('type', 'delete', 'split', 'paste', 'remove-block'),
  start: fc.double({ min: 0, max: 1, noNaN: true }),
  end: fc.double({ min: 0, max: 1, noNaN: true }),
  words: fc.stringMatching(/^[x-z]{1,4}$/),
  lines: fc.array(fc.stringMatching(/^[x-z]{0,3}$/), { minLength: 2, maxLength: 3 }),
});

/** The places where a cursor can stand. */
const places = (doc: Node): number[] => {
  const found: number[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset++) found.push(pos + 1 + offset);
  });
  return found;
};

/** Makes an edit as the editor would. */
export const makeEdit = (doc: Node, { kind, start, end, words: typed, lines }: SomeEdit): Transform => {
  const transform = new Transform(doc);
  const at = places(doc);
  const place = (part: number) => at[Math.min(at.length - 1, Math.floor(part * at.length))] as number;
  const [from, to] = [place(start), place(end)].sort((a, b) => a - b) as [number, number];
  if (kind === 'type') return transform.replaceWith(from, to, documentSchema.text(typed));
  if (kind === 'delete') return from < to ? transform.deleteRange(from, to) : transform;
  if (kind === 'paste') return transform.replace(from, to, new Slice(Fragment.from(lines.map(paragraph)), 1, 1));
  const $from = doc.resolve(from);
  if (kind === 'split') {
    const depth = $from.node(-1)?.type.name === 'listItem' ? 2 : 1;
    return canSplit(doc, from, depth) ? transform.split(from, depth) : transform;
  }
  return doc.childCount > 1 ? transform.delete($from.before(1), $from.after(1)) : transform;
};
