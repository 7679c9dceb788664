import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { differencesWith, type NeedEdit } from './edit-need.ts';
import classes from './need-conflict.module.css';

interface NeedConflictProps {
  edit: NeedEdit;
  /** The need as somebody else left it. */
  theirs: Need;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Two wrote at once: what the other changed, beside what one typed, and the choice. */
export function NeedConflict({ edit, theirs, keepMine, takeTheirs }: NeedConflictProps) {
  const id = useId();
  const differences = differencesWith(edit, theirs);
  const disputed = differences.some((one) => one.disputed);
  return (
    <section className={classes.conflict} aria-labelledby={id} role="alert">
      <h2 id={id}>Ce besoin a été modifié entre-temps</h2>
      <p>
        Rien de ce que vous avez saisi n’est perdu.{' '}
        {disputed
          ? 'Si vous enregistrez, votre texte remplace celui de votre collègue là où vous avez tous deux écrit.'
          : 'Votre collègue a changé autre chose que vous\u00a0: enregistrez, les deux changements tiennent.'}
      </p>
      {differences.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">Vous</th>
              <th scope="col">Maintenant</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine, theirs: now, disputed: both }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{both ? mine : 'Non modifié'}</td>
                <td>{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={classes.acts}>
        <Button variant="filled" onClick={keepMine}>
          Enregistrer mes changements
        </Button>
        <Button variant="default" onClick={takeTheirs}>
          Repartir du besoin actuel
        </Button>
      </div>
    </section>
  );
}
