import { type KeyboardEvent, useState } from 'react';

interface Cell {
  column: number;
  row: number;
}

interface Grid {
  columns: number;
  rows: number;
  /** Rows that PageUp and PageDown pass over: those of a week. */
  page: number;
  /** Whether the focus may be on it. */
  isOpen: (cell: Cell) => boolean;
}

const open = (grid: Grid, { column, row }: Cell): boolean =>
  column >= 0 && column < grid.columns && row >= 0 && row < grid.rows && grid.isOpen({ column, row });

/** The nearest cell open in a direction; what is closed in between is passed over. */
const along = (grid: Grid, from: Cell, columns: number, rows: number): Cell | null => {
  const longest = Math.max(grid.columns, grid.rows);
  for (let step = 1; step <= longest; step++) {
    const cell = { column: from.column + columns * step, row: from.row + rows * step };
    if (open(grid, cell)) return cell;
  }
  return null;
};

/** Where a key leads from a cell, as in the grids of WAI-ARIA; null for a key that leads nowhere. */
export const destination = (grid: Grid, from: Cell, key: string): Cell | null => {
  switch (key) {
    case 'ArrowLeft':
      return along(grid, from, -1, 0);
    case 'ArrowRight':
      return along(grid, from, 1, 0);
    case 'ArrowUp':
      return along(grid, from, 0, -1);
    case 'ArrowDown':
      return along(grid, from, 0, 1);
    case 'Home':
      return along(grid, { column: -1, row: from.row }, 1, 0);
    case 'End':
      return along(grid, { column: grid.columns, row: from.row }, -1, 0);
    case 'PageUp':
      return along(grid, from, 0, -grid.page);
    case 'PageDown':
      return along(grid, from, 0, grid.page);
    default:
      return null;
  }
};

const first = (grid: Grid): Cell | null => {
  for (let row = 0; row < grid.rows; row++) {
    const cell = along(grid, { column: -1, row }, 1, 0);
    if (cell) return cell;
  }
  return null;
};

const nameOf = ({ column, row }: Cell): string => `${column},${row}`;

/** A grid of buttons that is one stop of the Tab key: arrows, Home, End and the page keys lead from one to another. */
export const useRovingGrid = (grid: Grid) => {
  const [last, setLast] = useState<Cell>({ column: 0, row: 0 });
  const current = open(grid, last) ? last : first(grid);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = destination(grid, current, event.key);
    if (!next) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${nameOf(next)}"]`)?.focus();
  };
  const cellProps = (cell: Cell) => ({
    'data-cell': nameOf(cell),
    tabIndex: current?.column === cell.column && current.row === cell.row ? 0 : -1,
    onFocus: () => setLast(cell),
  });
  return { onKeyDown, cellProps };
};
