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

/** A field that somebody else changed meanwhile. */
export interface DisputedDifference {
  label: string;
  mine: string;
  theirs: string;
  /** Changed by both: what one typed would replace what the other wrote. */
  disputed: boolean;
}

/** What saving one's own text does, said before it is done. */
export const conflictLead = (differences: readonly DisputedDifference[]): string =>
  `Rien de ce que vous avez saisi n’est perdu. ${
    differences.some(({ disputed }) => disputed)
      ? 'Si vous enregistrez, votre texte remplace celui de votre collègue là où vous avez tous deux écrit.'
      : 'Votre collègue a changé autre chose que vous\u00a0: enregistrez, les deux changements tiennent.'
  }`;

/** Both texts of each field that differs, side by side where there is room. */
export function Differences({ differences }: { differences: readonly DisputedDifference[] }) {
  return differences.map(({ label, mine, theirs, disputed }) => (
    <div key={label}>
      <h3 className={classes.label}>{label}</h3>
      <dl className={classes.both}>
        <div>
          <dt>Vous</dt>
          <dd>{disputed ? mine : 'Non modifié'}</dd>
        </div>
        <div>
          <dt>Texte actuel</dt>
          <dd>{theirs}</dd>
        </div>
      </dl>
    </div>
  ));
}
