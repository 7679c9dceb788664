import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { inHours, type Table, type TableCell, type TableColumn } from './table.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = { fontWeight: 'bold', backgroundColor: '#E9EDF8', wrap: true, alignVertical: 'center' } as const;
const TOTAL = { fontWeight: 'bold', topBorderStyle: 'thin', topBorderColor: '#18233F' } as const;
const FORMAT: Partial<Record<TableColumn['kind'], string>> = { day: 'dd/mm/yyyy', hours: '0.00' };

/** What no sheet may be called by, and how long its name may be. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const alignOf = ({ kind }: TableColumn): 'left' | 'right' => (kind === 'hours' || kind === 'number' ? 'right' : 'left');

const cellOf = (cell: TableCell, column: TableColumn): CellObject | null => {
  if (cell === null) return null;
  const format = FORMAT[column.kind];
  if (typeof cell === 'number') {
    return { value: column.kind === 'hours' ? inHours(cell) : cell, type: Number, ...(format && { format }) };
  }
  if (column.kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return { value: new Date(cell), type: Date, format: 'dd/mm/yyyy' };
  // As text, whatever it begins with: nothing here is a formula.
  return { value: cell, type: String, format: '@', wrap: true, alignVertical: 'top' };
};

const sheetOf = ({ name, columns, rows, total }: Table): Sheet<never> => {
  const line = (cells: readonly TableCell[]) => columns.map((column, index) => cellOf(cells[index] ?? null, column));
  const head: CellObject[] = columns.map((column) => ({ value: column.label, type: String, align: alignOf(column), ...HEAD }));
  const last = total?.map((cell, index) => {
    const written = cellOf(cell, columns[index] as TableColumn);
    return written ? { ...written, ...TOTAL } : { value: '', type: String, ...TOTAL };
  });
  return {
    data: [head, ...rows.map(line), ...(last ? [last] : [])],
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
  } as Sheet<never>;
};

/** Tables as the sheets of one workbook: days are days and hours numbers, so that they can be sorted and summed. */
export const writeXlsx = (tables: readonly Table[]): Promise<Buffer> =>
  writeExcelFile(tables.map(sheetOf), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
