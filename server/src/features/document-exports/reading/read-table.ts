import type { DocumentJson } from './imported-document.ts';
import type { ReadingState } from './reading-state.ts';
import { sentinelOf } from './sentinels.ts';
import type { WordNode } from './word-tree.ts';

type Blocks = (nodes: readonly WordNode[], state: ReadingState, inCell: boolean) => DocumentJson[];

const COLSPAN_MAX = 50;
const ROWSPAN_MAX = 200;
const NARROWEST = 20;

const widthOf = (cell: WordNode): number | null => {
  for (const child of cell.children ?? []) {
    const sentinel = sentinelOf(child.name);
    if (sentinel?.kind === 'width') return sentinel.width;
  }
  return null;
};

const cellAttributes = (cell: WordNode, rowsLeft: number): Record<string, unknown> => {
  const colspan = Math.min(COLSPAN_MAX, Math.max(1, cell.colSpan ?? 1));
  const rowspan = Math.min(ROWSPAN_MAX, rowsLeft, Math.max(1, cell.rowSpan ?? 1));
  const width = widthOf(cell);
  const each = width === null ? null : Math.min(5_000, Math.round(width / colspan));
  return {
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
    ...(each !== null && each >= NARROWEST && { colwidth: Array.from({ length: colspan }, () => each) }),
  };
};

const spanOf = (cell: DocumentJson, name: 'colspan' | 'rowspan'): number => Number(cell.attrs?.[name] ?? 1);

/** How many columns each row fills, cells that come down from rows above counted. */
const filledColumns = (rows: readonly DocumentJson[]): number[] => {
  const filled = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const cell of row.content ?? [])
      for (let down = 0; down < spanOf(cell, 'rowspan') && index + down < rows.length; down += 1)
        filled[index + down] = (filled[index + down] ?? 0) + spanOf(cell, 'colspan');
  });
  return filled;
};

const emptyCell = (): DocumentJson => ({ type: 'tableCell', content: [{ type: 'paragraph' }] });

/** Word lets rows be shorter than others: here they are all as long. */
const squared = (rows: DocumentJson[]): DocumentJson[] => {
  const filled = filledColumns(rows);
  const columns = Math.max(...filled);
  return rows.map((row, index) => ({
    ...row,
    content: [...(row.content ?? []), ...Array.from({ length: columns - (filled[index] ?? 0) }, emptyCell)],
  }));
};

/** A table with its merged cells and its header rows; null when it has no cell. */
export const readTable = (node: WordNode, state: ReadingState, blocks: Blocks): DocumentJson | null => {
  const wordRows = (node.children ?? []).filter(({ type }) => type === 'tableRow');
  const rows = wordRows.map(
    (row, index): DocumentJson => ({
      type: 'tableRow',
      content: (row.children ?? [])
        .filter(({ type }) => type === 'tableCell')
        .map((cell): DocumentJson => {
          const attrs = cellAttributes(cell, wordRows.length - index);
          const content = blocks(cell.children ?? [], state, true);
          return {
            type: row.isHeader ? 'tableHeader' : 'tableCell',
            ...(Object.keys(attrs).length > 0 && { attrs }),
            content: content.length > 0 ? content : [{ type: 'paragraph' }],
          };
        }),
    }),
  );
  return rows.some(({ content }) => (content?.length ?? 0) > 0) ? { type: 'table', content: squared(rows) } : null;
};
