import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  /** A few words beside the title. */
  note?: ReactNode;
  /** A link or a button at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own `h2`. */
export const Section = ({ title, note, action, children }: SectionProps) => {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id}>{title}</h2>
        {note && <span className={classes.note}>{note}</span>}
        {action && <span className={classes.action}>{action}</span>}
      </header>
      {children}
    </section>
  );
};
