import { type ALIGNMENTS, HEADING_LEVELS } from '@beffroi/shared/collab/document-schema';
import type { DocumentJson } from './imported-document.ts';
import { type Piece, readInline } from './read-inline.ts';
import { joined, type ReadingState, textOf } from './reading-state.ts';
import { sentinelOf } from './sentinels.ts';
import { beginsAnArticle, typedNumber } from './typed-numbers.ts';
import type { WordNode } from './word-tree.ts';

const DEEPEST = HEADING_LEVELS.length;

const named = (node: WordNode, pattern: RegExp): boolean => pattern.test(node.styleName ?? '') || pattern.test(node.styleId ?? '');

/** The level a style of heading says, in Word's English or French; null for any other style. */
const headingLevel = ({ styleName, styleId }: WordNode): number | null => {
  for (const style of [styleName, styleId]) {
    const level = style?.match(/^(?:heading|titre)\s*([1-9])$/i)?.[1];
    if (level) return Number(level);
  }
  return null;
};

const ALIGNED: Record<string, (typeof ALIGNMENTS)[number]> = {
  both: 'justify',
  distribute: 'justify',
  center: 'center',
  right: 'right',
  end: 'right',
};

const withoutBeginning = (nodes: readonly DocumentJson[], length: number): DocumentJson[] => {
  let left = length;
  return nodes.flatMap((node) => {
    if (node.text === undefined) return [node];
    const text = node.text.slice(left);
    left = Math.max(0, left - node.text.length);
    return text ? [{ ...node, text }] : [];
  });
};

/** What surrounds a text is no part of it. */
const trimmed = (nodes: readonly DocumentJson[]): DocumentJson[] => {
  const result = [...nodes];
  while (result[0] && (result[0].type === 'hardBreak' || (result[0].text ?? '').trimStart() === '')) result.shift();
  while (result.length > 0 && (result.at(-1)?.type === 'hardBreak' || (result.at(-1)?.text ?? '').trimEnd() === '')) result.pop();
  const [first] = result;
  if (first?.text) result[0] = { ...first, text: first.text.trimStart() };
  const last = result.at(-1);
  if (last?.text) result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  return result;
};

const isBold = ({ marks, text }: DocumentJson): boolean => !text?.trim() || Boolean(marks?.some(({ type }) => type === 'bold'));
const unbold = (node: DocumentJson): DocumentJson =>
  node.marks ? { ...node, marks: node.marks.filter(({ type }) => type !== 'bold') } : node;

interface Heading {
  level: number;
  numbered: boolean;
  content: DocumentJson[];
}

/** A paragraph as a heading: by its style, or because it is bold and begins as an article does. */
const asHeading = (node: WordNode, inline: DocumentJson[], state: ReadingState): Heading | null => {
  const text = textOf(inline);
  const styled = headingLevel(node);
  const recognized = styled === null && !node.numbering && beginsAnArticle(text) && inline.every(isBold);
  if (styled === null && !recognized) return null;
  const typed = typedNumber(text);
  if (recognized) state.drops.add('recognized');
  else if (typed) state.drops.add('numbers');
  const level = styled ?? typed?.level ?? 1;
  if (level > DEEPEST) state.drops.add('deep');
  return {
    level: Math.min(level, DEEPEST),
    numbered: Boolean(node.numbering || typed),
    content: trimmed(typed ? withoutBeginning(inline, typed.length) : inline).map(unbold),
  };
};

const align = (node: WordNode): Record<string, unknown> => {
  const value = ALIGNED[node.alignment ?? ''];
  return value ? { align: value } : {};
};

/** What is said of the mark of the paragraph before is taken here; what is said of this one's waits for the next. */
const takeBreaks = (state: ReadingState): Record<string, unknown> => {
  const taken = state.pendingBreak;
  state.pendingBreak = {};
  return taken;
};

const noteMark = (node: WordNode, state: ReadingState): void => {
  for (const child of node.children ?? []) {
    const sentinel = sentinelOf(child.name);
    if (sentinel?.kind === 'mark-inserted')
      state.pendingBreak = { ...state.pendingBreak, insertedBreak: state.proposals[sentinel.proposal] as never };
    if (sentinel?.kind === 'mark-deleted')
      state.pendingBreak = { ...state.pendingBreak, deletedBreak: state.proposals[sentinel.proposal] as never };
  }
};

export interface ReadParagraph {
  blocks: DocumentJson[];
  isHeading: boolean;
  /** The list it is numbered in, as the file names it. */
  list: string | null;
}

const listOf = (node: WordNode): string | null => {
  for (const child of node.children ?? []) {
    const sentinel = sentinelOf(child.name);
    if (sentinel?.kind === 'list') return sentinel.list;
  }
  return null;
};

/** A paragraph of Word as blocks of ours: a text, and the images and page breaks that stood within it. */
export const readParagraph = (node: WordNode, state: ReadingState): ReadParagraph => {
  state.trail.newParagraph();
  const pieces = readInline(node.children ?? [], [], state);
  const blocks: DocumentJson[] = [];
  let isHeading = false;
  const flush = (inline: DocumentJson[]): void => {
    const content = trimmed(joined(inline));
    if (content.length === 0) return;
    const heading = asHeading(node, content, state);
    isHeading ||= heading !== null;
    const attrs = { ...align(node), ...takeBreaks(state) };
    if (heading)
      blocks.push({
        type: 'heading',
        attrs: { ...attrs, level: heading.level, numbered: heading.numbered },
        content: joined(heading.content),
      });
    else blocks.push({ type: 'paragraph', ...(Object.keys(attrs).length > 0 && { attrs }), content });
  };
  let inline: DocumentJson[] = [];
  for (const piece of pieces as Piece[]) {
    if ('inline' in piece) inline.push(piece.inline);
    else {
      flush(inline);
      inline = [];
      blocks.push(piece.block);
    }
  }
  flush(inline);
  noteMark(node, state);
  return { blocks, isHeading, list: listOf(node) };
};

export const STYLES = {
  /** Made by Word, or by us, from the headings. */
  contents: (node: WordNode) =>
    named(node, /^(?:toc|tm|table des matières)\s*(?:\d|heading)|^(?:toc heading|en-tête de table des matières)$/i),
  title: (node: WordNode) => named(node, /^(?:title|titre)$/i),
  /** What our own exports write above the text. */
  front: (node: WordNode) => named(node, /^(?:nature du document|état du document|séparateur)$/i),
  rule: (node: WordNode) => named(node, /^filet$/i),
  quote: (node: WordNode) => named(node, /^(?:intense )?quote$|^citation(?: intense)?$/i),
  continued: (node: WordNode) => named(node, /^list continue|^liste continue|^list paragraph$|^paragraphe de liste$/i),
};
