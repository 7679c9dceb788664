import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Table } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const table: Table = {
  name: 'Heures prêtées : 11/2026 [Anzin, Onnaing et toutes les autres]',
  columns: [
    { label: 'Jour', kind: 'day', width: 12 },
    { label: 'Lieu', kind: 'text', width: 30 },
    { label: 'Heures', kind: 'hours', width: 10 },
  ],
  rows: [
    ['2026-11-24', 'École « Jules Ferry »; entrée B', 210],
    ['2026-11-25', '=HYPERLINK("http://x")', 225],
    ['2026-11-26', ' @SUM(1)', null],
  ],
  total: ['Total', null, 435],
};

describe('a table as CSV', () => {
  it('opens in a French spreadsheet: UTF-8, semicolons, decimal commas, French days', () => {
    const text = writeCsv(table).toString('utf8');
    expect(text.startsWith('\ufeffJour;Lieu;Heures\r\n')).toBe(true);
    const rows: string[][] = parse(text, { bom: true, delimiter: ';' });
    expect(rows[1]).toEqual(['24/11/2026', 'École « Jules Ferry »; entrée B', '3,5']);
    expect(rows.at(-1)).toEqual(['Total', '', '7,25']);
  });
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('runs no formula: %j', (text) => {
    const csv = writeCsv({ ...table, rows: [[null, text, null]] }).toString('utf8');
    const rows: string[][] = parse(csv, { bom: true, delimiter: ';' });
    expect(rows[1]?.[1]).toBe(`'${text}`);
  });
  it('lets no text leave its cell', () => {
    const text = 'a;b"c\nd\r\n=1';
    const rows: string[][] = parse(writeCsv({ ...table, rows: [[null, text, null]] }).toString('utf8'), { bom: true, delimiter: ';' });
    expect(rows[1]).toEqual(['', text, '']);
  });
});

describe('tables as a workbook', () => {
  it('has a sheet a table, days as days, hours as numbers, and no formula', async () => {
    const [sheet, second] = await readExcelFile(await writeXlsx([table, { ...table, name: 'Autre' }]));
    expect(sheet?.sheet).toBe('Heures prêtées   11 2026  Anzin');
    expect(second?.sheet).toBe('Autre');
    const [head, ...rows] = sheet?.data ?? [];
    expect(head).toEqual(['Jour', 'Lieu', 'Heures']);
    expect(rows[0]).toEqual([new Date('2026-11-24'), 'École « Jules Ferry »; entrée B', 3.5]);
    expect(rows[1]?.[1]).toBe('=HYPERLINK("http://x")');
    expect(rows.at(-1)).toEqual(['Total', null, 7.25]);
  });
});
