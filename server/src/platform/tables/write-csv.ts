import { numericDate } from '@beffroi/shared/core/numeric-date';
import { inHours, type Table, type TableCell, type TableColumn } from './table.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** How a text begins that a spreadsheet would run: `=cmd|…` (OWASP, « CSV injection »), its full-width twins among them. */
const RUNS = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const quoted = (text: string): string => (/[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** « 3,5 »: the decimal separator a French spreadsheet reads as a number. */
const french = (value: number): string => String(value).replace('.', ',');

const written = (cell: TableCell, { kind }: TableColumn): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return french(kind === 'hours' ? inHours(cell) : cell);
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return numericDate(cell);
  return quoted(RUNS.test(cell) ? `'${cell}` : cell);
};

/**
 * A table as French spreadsheets open it with a double click: UTF-8 announced, « ; » between cells, « , » in numbers. A text that
 * would run as a formula is made one that does not.
 */
export const writeCsv = ({ columns, rows, total }: Table): Buffer => {
  const line = (cells: readonly TableCell[]): string => columns.map((column, index) => written(cells[index] ?? null, column)).join(';');
  const lines = [columns.map(({ label }) => quoted(label)).join(';'), ...rows.map(line), ...(total ? [line(total)] : [])];
  return Buffer.from(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`, 'utf8');
};
