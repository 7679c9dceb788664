import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './clear-all.module.css';

interface ClearAllProps {
  busy: boolean;
  error: Error | null;
  onClear: () => void;
}

/** Marks everything read; asked once, since it is not taken back. */
export function ClearAll({ busy, error, onClear }: ClearAllProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div data-print="hidden">
      {asking ? (
        <fieldset className={classes.asking} aria-label="Tout marquer comme lu">
          <span>Tout ce qui est arrivé jusqu’ici sera marqué comme lu.</span>
          <BusyButton variant="filled" size="compact-md" busy={busy} onClick={onClear} autoFocus>
            Tout marquer comme lu
          </BusyButton>
          <Button variant="subtle" size="compact-md" onClick={() => setAsking(false)}>
            Garder
          </Button>
        </fieldset>
      ) : (
        <Button variant="subtle" size="compact-md" ml={-13} onClick={() => setAsking(true)}>
          Tout marquer comme lu…
        </Button>
      )}
      {error && <p role="alert">{problemOf(error).detail}</p>}
    </div>
  );
}
