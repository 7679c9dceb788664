import type { Node } from '@tiptap/pm/model';
import type { PdfBlock, PdfCell } from 'pdfmake';
import { type GridCell, type TableGrid, tableGrid } from '../table-grid.ts';
import { LINE, type PdfContext, type PdfSurroundings } from './pdf-context.ts';
import { type PdfPart, partOf } from './pdf-structure.ts';

const PADDING = 5;
const BORDER = 0.5;
/** A row with more text than this in a cell may be taller than a page, where a row that must not be cut would lose its end. */
const UNCUT_TEXT_MAX = 800;

const LAYOUT = {
  hLineWidth: () => BORDER,
  vLineWidth: () => BORDER,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 3,
  paddingBottom: () => 2,
};

type Blocks = (parent: Node, start: number, around: PdfSurroundings, context: PdfContext) => PdfBlock[];

interface CellParts {
  widths: number[];
  /** The row it begins in. */
  row: PdfPart;
  context: PdfContext;
  blocks: Blocks;
}

const cellOf = ({ node, pos, column, colspan, rowspan }: GridCell, { widths, row, context, blocks }: CellParts): PdfCell => {
  const header = node.type.name === 'tableHeader';
  const repeats = header && Boolean(row.repeats);
  const part = partOf(row, header ? 'TH' : 'TD', { span: { columns: colspan, rows: rowspan }, repeats });
  const width = widths.slice(column, column + colspan).reduce((sum, each) => sum + each, 0) + (colspan - 1) * 2 * PADDING;
  return {
    stack: blocks(node, pos + 1, { width, depth: 0, header, cell: true, part }, context),
    ...(colspan > 1 && { colSpan: colspan }),
    ...(rowspan > 1 && { rowSpan: rowspan }),
    ...(header && { fillColor: '#e8edf3' }),
  };
};

/** Every row has as many cells as there are columns: those another covers are empty. */
const body = ({ columns, rows }: TableGrid, headerRows: number, whole: PdfPart, parts: Omit<CellParts, 'row'>): PdfCell[][] =>
  rows.map((cellsOfRow, index) => {
    const row = partOf(whole, 'TR', { repeats: index < headerRows });
    const cells: PdfCell[] = Array.from({ length: columns }, () => ({ text: '' }));
    for (const each of cellsOfRow) cells[each.column] = cellOf(each, { ...parts, row });
    return cells;
  });

/** A table with its merged cells; its header rows come again on each page. */
export const pdfTable = (node: Node, pos: number, around: PdfSurroundings, context: PdfContext, blocks: Blocks): PdfBlock => {
  const grid = tableGrid(node, pos);
  const widths = grid.shares.map((share) => Math.max(4, share * (around.width - BORDER) - 2 * PADDING - BORDER));
  // The library misplaces what follows a cell of several rows when rows must not be cut.
  const cutsRows = grid.rows.flat().some((cell) => cell.node.textContent.length > UNCUT_TEXT_MAX || cell.rowspan > 1);
  const headerRows = Math.min(grid.headerRows, 3, grid.rows.length - 1);
  return {
    table: {
      widths,
      body: body(grid, headerRows, partOf(around.part, 'Table'), { widths, context, blocks }),
      dontBreakRows: !cutsRows,
      ...(headerRows > 0 && { headerRows, keepWithHeaderRows: 1 }),
    },
    layout: LAYOUT,
    margin: [0, 3, 0, 9],
  };
};
