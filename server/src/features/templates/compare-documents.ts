import { outlineOf } from '@beffroi/shared/collab/document-outline';
import type { ComparedBlock, ComparedRun } from '@beffroi/shared/features/templates/document-versions.contract';
import type { Node } from '@tiptap/pm/model';
import { diffArrays, diffWordsWithSpace } from 'diff';
import { type Looks, looksOf } from './looks-of.ts';

type Block = Pick<ComparedBlock, 'kind' | 'level' | 'number'> & { text: string; looks: Looks };

/** Beyond this share of common words two blocks are one, changed; below it one was removed and another added. */
const ALIKE = 0.4;

const isProposed = ({ marks }: Node): boolean => marks.some(({ type }) => type.name === 'insertion');

/** The text as it stands: what is only proposed to be added is not in it yet, and what is proposed to go still is. */
const textOf = (node: Node): string => {
  let text = '';
  node.descendants((inner) => {
    if (inner.isText && !isProposed(inner)) text += inner.text;
    else if (inner.isBlock && text) text += ' ';
  });
  return text;
};

const rowText = (row: Node): string => {
  const cells: string[] = [];
  row.forEach((cell) => {
    cells.push(textOf(cell));
  });
  // A row to be filled by hand says nothing.
  return cells.some((text) => text.trim()) ? cells.join(' │ ') : '';
};

const KINDS: Record<string, Block['kind']> = { heading: 'heading', paragraph: 'paragraph', image: 'image', pageBreak: 'break' };

/** What one reads of a node at a glance; null where its parts are what one reads. */
const blockOf = (doc: Node, node: Node, pos: number, parent: Node | null): Omit<Block, 'number' | 'looks'> | null => {
  const { name } = node.type;
  if (name === 'tableRow') return { kind: 'row', level: 0, text: rowText(node) };
  const kind = KINDS[name];
  if (!kind) return null;
  if (kind === 'image') return { kind, level: 0, text: node.attrs.alt ?? 'Image' };
  if (parent?.type.name === 'listItem') return { kind: 'item', level: (doc.resolve(pos).depth - 1) / 2, text: textOf(node) };
  return { kind, level: kind === 'heading' ? node.attrs.level : 0, text: textOf(node) };
};

/** What one reads of a document from top to bottom: headings, paragraphs, items, rows of tables, images. */
const blocksOf = (doc: Node): Block[] => {
  const numbers = new Map(outlineOf(doc).map(({ pos, number }) => [pos, number]));
  const blocks: Block[] = [];
  doc.descendants((node, pos, parent) => {
    const block = blockOf(doc, node, pos, parent);
    if (block && (block.text || block.kind === 'break')) {
      const list = block.kind === 'item' ? doc.resolve(pos).node(-1) : null;
      blocks.push({ ...block, number: numbers.get(pos) ?? '', looks: looksOf(node, list) });
    }
    return block === null;
  });
  return blocks;
};

const runsOf = (before: string, after: string): ComparedRun[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'kept',
  }));

const whole = ({ text, looks: _, ...block }: Block, change: 'kept' | 'added' | 'removed'): ComparedBlock => ({
  ...block,
  change,
  restyled: false,
  runs: text ? [{ text, change }] : [],
});

const likeness = (runs: ComparedRun[]): number => {
  const length = (wanted: boolean) => runs.reduce((sum, { text, change }) => sum + (wanted === (change === 'kept') ? text.length : 0), 0);
  return (2 * length(true)) / (2 * length(true) + length(false) || 1);
};

/** Blocks that went beside blocks that came: in order, those alike are one block that changed. */
const pair = (removed: Block[], added: Block[]): ComparedBlock[] => {
  const compared: ComparedBlock[] = [];
  let next = 0;
  for (const before of removed) {
    const found = added.findIndex(
      (after, index) => index >= next && after.kind === before.kind && likeness(runsOf(before.text, after.text)) >= ALIKE,
    );
    if (found < 0) {
      compared.push(whole(before, 'removed'));
      continue;
    }
    for (; next < found; next++) compared.push(whole(added[next] as Block, 'added'));
    const { text, looks, ...after } = added[found] as Block;
    compared.push({ ...after, change: 'changed', restyled: looks.manner !== before.looks.manner, runs: runsOf(before.text, text) });
    next = found + 1;
  }
  return [...compared, ...added.slice(next).map((block) => whole(block, 'added'))];
};

/** Blocks whose words did not change: how they are set may have. */
const keep = (before: Block, after: Block): ComparedBlock => {
  const restyled = before.looks.manner !== after.looks.manner || before.looks.marked !== after.looks.marked;
  return restyled ? { ...whole(after, 'kept'), change: 'changed', restyled } : whole(after, 'kept');
};

const same = (a: Block, b: Block): boolean => a.kind === b.kind && a.level === b.level && a.text === b.text;

/**
 * What changed from one text to another, block by block and word by word, and which blocks are set otherwise. Numbers are those of the
 * later text: a heading whose number alone moved did not change. Suggestions that wait for a decision are in neither text.
 */
export const compareDocuments = (before: Node, after: Node): ComparedBlock[] => {
  const compared: ComparedBlock[] = [];
  const [earlier, later] = [blocksOf(before), blocksOf(after)];
  let removed: Block[] = [];
  // How many blocks of the earlier text were gone through.
  let read = 0;
  for (const part of diffArrays(earlier, later, { comparator: same })) {
    if (!part.added) read += part.value.length;
    if (part.removed) {
      removed = part.value;
      continue;
    }
    if (part.added) compared.push(...pair(removed, part.value));
    else {
      const first = read - part.value.length;
      compared.push(...removed.map((block) => whole(block, 'removed')));
      compared.push(...part.value.map((block, index) => keep(earlier[first + index] as Block, block)));
    }
    removed = [];
  }
  return [...compared, ...removed.map((block) => whole(block, 'removed'))];
};
