import type { Node } from '@tiptap/pm/model';
import {
  BorderStyle,
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type GridCell, tableGrid } from '../table-grid.ts';
import { LIST_INDENT } from './list-numbering.ts';
import type { Surroundings, WordContext } from './word-context.ts';

/** Twentieths of a point between the margins of the page. */
export const TEXT_WIDTH = 9026;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '9AA5B1' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

type Blocks = (parent: Node, start: number, around: Surroundings, context: WordContext) => FileChild[];

/** A cell ends on a paragraph, or Word calls the file damaged. */
const closed = (blocks: FileChild[]): FileChild[] => (blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({})]);

const cell = ({ node, pos, column, colspan, rowspan }: GridCell, widths: number[], context: WordContext, blocks: Blocks): TableCell => {
  const header = node.type.name === 'tableHeader';
  const children = blocks(node, pos + 1, { depth: 0, cell: { header } }, context);
  return new TableCell({
    children: closed(children) as (Paragraph | Table)[],
    columnSpan: colspan,
    rowSpan: rowspan,
    verticalAlign: VerticalAlignTable.TOP,
    width: { size: widths.slice(column, column + colspan).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(header && { shading: { type: ShadingType.CLEAR, fill: 'E8EDF3', color: 'auto' } }),
  });
};

/** A table with its merged cells, its columns' widths, and its header rows that come again on each page. */
export const wordTable = (node: Node, pos: number, around: Surroundings, context: WordContext, blocks: Blocks): Table => {
  const { shares, rows, headerRows } = tableGrid(node, pos);
  const indent = around.cell ? 0 : around.depth * LIST_INDENT;
  const room = TEXT_WIDTH - indent;
  const widths = shares.map((share) => Math.floor(share * room));
  return new Table({
    style: 'TableGrid',
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    ...(indent && { indent: { size: indent, type: WidthType.DXA } }),
    columnWidths: widths,
    borders: BORDERS,
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    rows: rows
      .filter((row) => row.length > 0)
      .map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            ...(index < headerRows && { tableHeader: true }),
            children: row.map((each) => cell(each, widths, context, blocks)),
          }),
      ),
  });
};
