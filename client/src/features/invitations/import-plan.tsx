import type { ImportPlan } from '@beffroi/shared/features/invitations/invitations.contract';
import { LINE_OUTCOME_LABEL, type LineOutcome } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { Tag } from '../../ui/tag.tsx';
import classes from './invitations.module.css';
import { grantWords } from './pending-list.tsx';

const TONE: Record<LineOutcome, 'neutral' | 'green' | 'ochre' | 'blue' | 'brick'> = {
  invite: 'blue',
  pending: 'neutral',
  add: 'green',
  nothing: 'neutral',
  duplicate: 'ochre',
  error: 'brick',
};

/** What each line will do, as a table one can read before confirming. */
export const ImportPlanTable = ({ plan }: { plan: ImportPlan }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
  <section className={classes.scroll} tabIndex={0} aria-label="Ce qui va se passer, ligne par ligne">
    <table className={classes.plan}>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Personne</th>
          <th scope="col">Droits</th>
          <th scope="col">Ce qui va se passer</th>
        </tr>
      </thead>
      <tbody>
        {plan.lines.map(({ line, email, name, grants, outcome, note }) => (
          <tr key={line}>
            <td>{line}</td>
            <th scope="row">
              {name || 'Sans nom'}
              <span>{email}</span>
            </th>
            <td>{grantWords(grants)}</td>
            <td>
              <Tag tone={TONE[outcome]}>{LINE_OUTCOME_LABEL[outcome]}</Tag>
              {note && <span>{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
