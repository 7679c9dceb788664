/** What a column holds: a day is `YYYY-MM-DD`, hours are a number of minutes. */
type ColumnKind = 'text' | 'day' | 'hours' | 'number';

export type TableCell = string | number | null;

export interface TableColumn {
  label: string;
  kind: ColumnKind;
  /** In characters, for the formats that have widths. */
  width: number;
}

/** A table to be given as a file, whatever the format. */
export interface Table {
  /** Of its sheet. */
  name: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
  /** The last line, set apart; none when absent. */
  total?: readonly TableCell[];
}

/** Hours as a number: 210 minutes are 3.5. */
export const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
