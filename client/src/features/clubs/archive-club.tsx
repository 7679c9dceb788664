import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './club-form.module.css';
import { useClubChanged } from './clubs.api.ts';

/** Archives a club, asked once, or reopens it. */
export function ArchiveClub({ club }: { club: Club }) {
  const { slug, name } = club;
  const changed = useClubChanged(slug);
  const [asking, setAsking] = useState(false);
  const done = (saved: Club) => {
    setAsking(false);
    changed(saved);
  };
  const archive = useMutation(api.clubs.archive.mutationOptions({ onSuccess: done }));
  const reopen = useMutation(api.clubs.reopen.mutationOptions({ onSuccess: done }));
  const problem = archive.error ?? reopen.error;
  const input = { slug };
  return (
    <div className={classes.panel}>
      <p className={classes.facts}>
        {club.archivedAt
          ? 'Rouvert, le club revient dans les listes, avec ses membres, ses sujets et sa charte.'
          : 'Archivé, le club quitte les listes et n’accepte plus ni sujet, ni réponse, ni adhésion. Ses membres le lisent toujours, ses adresses restent valables, et vous pourrez le rouvrir.'}
      </p>
      {club.archivedAt ? (
        <BusyButton busy={reopen.isPending} onClick={() => reopen.mutate(input)}>
          Rouvrir le club
        </BusyButton>
      ) : asking ? (
        <fieldset className={classes.acts} style={{ margin: 0, padding: 0, border: 0 }} aria-label={`Archiver le club ${name}`}>
          <BusyButton color="brick" variant="filled" busy={archive.isPending} onClick={() => archive.mutate(input)}>
            Archiver le club {name}
          </BusyButton>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            Le garder ouvert
          </Button>
        </fieldset>
      ) : (
        <Button onClick={() => setAsking(true)}>Archiver le club…</Button>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problemOf(problem).detail}
        </p>
      )}
    </div>
  );
}
