import { Button } from '@mantine/core';
import classes from './need-form.module.css';

/** What was typed before is there again, and may be given up. */
export function DraftFound({ restart }: { restart: () => void }) {
  return (
    <p className={classes.found}>
      Votre brouillon est repris.
      <Button variant="subtle" h={28} px={8} onClick={restart}>
        Repartir de zéro
      </Button>
    </p>
  );
}
