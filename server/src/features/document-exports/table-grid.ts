import type { Node } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';

/** A table as a grid: where each cell stands, and how the width is shared between columns. */
export interface TableGrid {
  columns: number;
  /** Shares of the width, whose sum is 1. */
  shares: number[];
  /** Rows at the top made of header cells only: they come again on each page. */
  headerRows: number;
  /** The cells that begin in each row. */
  rows: GridCell[][];
}

export interface GridCell {
  node: Node;
  /** Position of the cell in the document. */
  pos: number;
  column: number;
  colspan: number;
  rowspan: number;
}

const NARROWEST = 0.04;
/** Characters a column without width is taken to hold, at least and at most. */
const SHORTEST = 6;
const LONGEST = 90;

/** Without widths, columns are as wide as their longest cell asks for, within reason: a sentence gets more room than a figure. */
const weightsOf = (columns: number, rows: GridCell[][]): number[] => {
  const lengths = Array.from({ length: columns }, () => SHORTEST);
  for (const { node, column, colspan } of rows.flat())
    if (colspan === 1) lengths[column] = Math.min(LONGEST, Math.max(lengths[column] ?? SHORTEST, node.textContent.length));
  return lengths.map(Math.sqrt);
};

/** Widths somebody set count; where only some are, the other columns get what one of equal width would. */
const sharesOf = (columns: number, rows: GridCell[][]): number[] => {
  const widths: (number | undefined)[] = Array.from({ length: columns });
  for (const { node, column, colspan } of rows.flat())
    for (let index = 0; index < colspan; index += 1) widths[column + index] ??= node.attrs.colwidth?.[index] || undefined;
  const known = widths.filter((width) => width !== undefined);
  const average = known.reduce((sum, width) => sum + width, 0) / known.length;
  const filled = known.length === 0 ? weightsOf(columns, rows) : widths.map((width) => width ?? average);
  const total = filled.reduce((sum, width) => sum + width, 0);
  const bounded = filled.map((width) => Math.max(width / total, Math.min(NARROWEST, 1 / columns)));
  const sum = bounded.reduce((all, share) => all + share, 0);
  return bounded.map((share) => share / sum);
};

/** Reads a table at `pos` as a grid; one that is not whole is read as it stands. */
export const tableGrid = (table: Node, pos: number): TableGrid => {
  const { width, height, map } = TableMap.get(table);
  const rows: GridCell[][] = Array.from({ length: height }, () => []);
  const seen = new Set<number>();
  map.forEach((offset, index) => {
    if (seen.has(offset)) return;
    seen.add(offset);
    const node = table.nodeAt(offset);
    if (!node) return;
    const [row, column] = [Math.floor(index / width), index % width];
    const { colspan, rowspan } = node.attrs;
    rows[row]?.push({
      node,
      pos: pos + 1 + offset,
      column,
      colspan: Math.min(colspan, width - column),
      rowspan: Math.min(rowspan, height - row),
    });
  });
  const isHeader = (row: GridCell[]) =>
    row.length > 0 && row.every(({ node, rowspan }) => node.type.name === 'tableHeader' && rowspan === 1);
  const body = rows.findIndex((row) => !isHeader(row));
  return { columns: width, shares: sharesOf(width, rows), headerRows: Math.max(0, body), rows };
};
