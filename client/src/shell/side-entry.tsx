import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { UnreadCount } from '../features/attention/unread-count.tsx';
import classes from './side-bar.module.css';

interface EntryProps {
  to: string;
  end?: boolean;
  icon: ReactNode;
  /** How much waits there. */
  unread?: number;
  /** What it is, in words; threads to read unless said otherwise. */
  words?: readonly [one: string, many: string];
  children: ReactNode;
}

/** A place of the side bar. */
export const Entry = ({ to, end, icon, unread = 0, words, children }: EntryProps) => (
  <li>
    <NavLink to={to} end={end ?? false} className={classes.entry}>
      <span className={classes.icon}>{icon}</span>
      <span className={classes.label}>{children}</span>
      <UnreadCount count={unread} {...(words && { words })} />
    </NavLink>
  </li>
);
