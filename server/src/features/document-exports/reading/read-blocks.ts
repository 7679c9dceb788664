import { LIST_INDENT } from '../word/list-numbering.ts';
import type { DocumentJson } from './imported-document.ts';
import { type FlatItem, nestLists } from './nest-lists.ts';
import { passOver, readInline } from './read-inline.ts';
import { type ReadParagraph, readParagraph, STYLES } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import { type ReadingState, wordText } from './reading-state.ts';
import type { WordNode } from './word-tree.ts';

/** Blocks as they come: items wait until their list is whole, quoted paragraphs until the quotation is. */
class Blocks {
  readonly done: DocumentJson[] = [];
  private items: FlatItem[] = [];
  private quoted: DocumentJson[] = [];

  flush(): void {
    this.done.push(...nestLists(this.items));
    this.items = [];
    if (this.quoted.length > 0) this.done.push({ type: 'blockquote', content: this.quoted });
    this.quoted = [];
  }

  push(...blocks: DocumentJson[]): void {
    this.flush();
    this.done.push(...blocks);
  }

  item(item: FlatItem): void {
    if (this.quoted.length > 0) this.flush();
    this.items.push(item);
  }

  quote(blocks: DocumentJson[]): void {
    if (this.items.length > 0) this.flush();
    this.quoted.push(...blocks);
  }

  /** Adds to an item of the list being read, by how far it is from the margin; false when there is none. */
  continueItem(blocks: DocumentJson[], indent: number | null): boolean {
    const last = this.items.at(-1);
    if (!last) return false;
    const level = indent === null ? last.level : Math.min(last.level, Math.max(0, Math.floor(indent / LIST_INDENT) - 1));
    this.items.push({ ...last, level, blocks, continues: true });
    return true;
  }
}

const withoutPageBreaks = (blocks: readonly DocumentJson[]): DocumentJson[] => blocks.filter(({ type }) => type !== 'pageBreak');

const indentOf = ({ indent }: WordNode): number | null => (indent?.start ? Number(indent.start) || 0 : null);

const isText = ({ type }: DocumentJson): boolean => type === 'paragraph';

/** An item begins on a paragraph; page breaks within lists have nowhere to be. */
const itemBlocks = (blocks: readonly DocumentJson[]): DocumentJson[] => {
  const kept = withoutPageBreaks(blocks);
  return kept[0] && isText(kept[0]) ? kept : [{ type: 'paragraph' }, ...kept];
};

const place = (node: WordNode, { blocks, isHeading, list }: ReadParagraph, into: Blocks, state: ReadingState): void => {
  if (node.numbering && !isHeading) {
    const { isOrdered: ordered } = node.numbering;
    const level = Number(node.numbering.level) || 0;
    if (blocks[0]?.type === 'pageBreak') into.push(blocks[0]);
    into.item({ level, ordered, list, number: state.listStarts.next(list, level), blocks: itemBlocks(blocks) });
  } else if (STYLES.quote(node)) into.quote(withoutPageBreaks(blocks));
  else if (!(STYLES.continued(node) && into.continueItem(withoutPageBreaks(blocks), indentOf(node)))) into.push(...blocks);
};

/** Paragraphs that are no text of the document: true when this one is. */
const isApart = (node: WordNode, into: Blocks, state: ReadingState): boolean => {
  if (STYLES.contents(node)) state.drops.add('contents');
  else if (STYLES.rule(node)) into.push({ type: 'horizontalRule' });
  else if (STYLES.title(node) && state.title === null) state.title = wordText(node).trim() || null;
  else return STYLES.front(node);
  return true;
};

const readOne = (node: WordNode, into: Blocks, state: ReadingState, inCell: boolean): void => {
  if (node.type === 'table') {
    const table = readTable(node, state, readBlocks);
    state.pendingBreak = {};
    if (table) into.push(table);
  } else if (node.type === 'paragraph') {
    if (!inCell && isApart(node, into, state)) return passOver(node, state);
    const paragraph = readParagraph(node, state);
    if (paragraph.blocks.length > 0) place(node, paragraph, into, state);
    else if (!inCell) state.drops.add('blanks');
  } else readInline([node], [], state);
};

/** Reads paragraphs and tables, of the whole file or of a cell. */
export const readBlocks = (nodes: readonly WordNode[], state: ReadingState, inCell: boolean): DocumentJson[] => {
  const into = new Blocks();
  for (const node of nodes) readOne(node, into, state, inCell);
  into.flush();
  return into.done;
};
