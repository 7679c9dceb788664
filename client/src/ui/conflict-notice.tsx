import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './conflict-notice.module.css';

interface ConflictNoticeProps {
  /** « Cette offre a été modifiée entre-temps » */
  title: string;
  /** That nothing is lost, and what each choice does: read aloud at once. */
  lead: string;
  /** What differs. */
  children?: ReactNode;
  /** The choices, as buttons. */
  acts: ReactNode;
}

/** Two wrote at once: what differs, and the choice. */
export function ConflictNotice({ title, lead, children, acts }: ConflictNoticeProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // It comes above what was just sent, out of sight: one is brought to it.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.conflict} aria-labelledby={id}>
      <div role="alert">
        <h2 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h2>
        <p>{lead}</p>
      </div>
      {children}
      <div className={classes.acts}>{acts}</div>
    </section>
  );
}

export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

/** Both texts of each field that differs, side by side where there is room. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  return differences.map(({ label, mine, theirs }) => (
    <div key={label}>
      <h3 className={classes.label}>{label}</h3>
      <dl className={classes.both}>
        <div>
          <dt>Vous</dt>
          <dd>{mine}</dd>
        </div>
        <div>
          <dt>Texte actuel</dt>
          <dd>{theirs}</dd>
        </div>
      </dl>
    </div>
  ));
}
