import { describe, expect, it } from 'vitest';
import { tableGrid } from './table-grid.ts';
import { cell, doc, header, table } from './testing/written-document.ts';

const gridOf = (...rows: Parameters<typeof table>) => {
  const document = doc(table(...rows));
  return tableGrid(document.child(0), 0);
};

describe('a table as a grid', () => {
  it('keeps the widths somebody set, in proportion', () => {
    const { shares } = gridOf([cell('a', { colwidth: [100] }), cell('b', { colspan: 2, colwidth: [200, 100] })]);
    expect(shares.map((share) => Math.round(share * 100))).toEqual([25, 50, 25]);
  });
  it('gives a sentence more room than a figure where none was set', () => {
    const { shares } = gridOf([cell('0,15'), cell('Indice des prix de production de l’industrie française'), cell('P')]);
    expect(shares[1]).toBeGreaterThan(2 * (shares[0] as number));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
  it('repeats the rows at the top that are headers only', () => {
    expect(gridOf([header('a'), header('b')], [header('c'), header('d')], [header('e'), cell('f')]).headerRows).toBe(2);
    expect(gridOf([cell('a')]).headerRows).toBe(0);
  });
  it('says where cells stand that others push aside', () => {
    const { rows, columns } = gridOf([cell('a', { rowspan: 2 }), cell('b')], [cell('c')]);
    expect(columns).toBe(2);
    expect(rows[1]?.map(({ column, node }) => [column, node.textContent])).toEqual([[1, 'c']]);
  });
});
