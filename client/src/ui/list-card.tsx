import type { ReactNode } from 'react';
import classes from './list-card.module.css';

interface ListCardProps {
  /** `ListRow`s. */
  children: ReactNode;
  /** Names the list where no heading does. */
  label?: string;
  /** A coloured edge: what is urgent, what is accepted. */
  edge?: 'brick' | 'green' | 'ochre' | 'blue';
}

/** Rows parted by hairlines in a card. */
export const ListCard = ({ children, label, edge }: ListCardProps) => (
  <ul className={classes.card} aria-label={label} data-edge={edge}>
    {children}
  </ul>
);

interface ListRowProps {
  children: ReactNode;
  id?: string;
  /** The row just arrived and fades in once. */
  fresh?: boolean;
}

/** One row; `data-row` lets the keyboard's focus anywhere inside reveal its full dates. */
export const ListRow = ({ children, id, fresh }: ListRowProps) => (
  <li className={classes.row} id={id} data-row data-fresh={fresh || undefined}>
    {children}
  </li>
);
