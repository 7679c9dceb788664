import type { ReactNode } from 'react';
import classes from './tag.module.css';

interface TagProps {
  tone?: 'neutral' | 'green' | 'ochre' | 'blue' | 'brick';
  children: ReactNode;
}

/** A short state in a pill. */
export const Tag = ({ tone = 'neutral', children }: TagProps) => (
  <span className={classes.tag} data-tone={tone}>
    {children}
  </span>
);
