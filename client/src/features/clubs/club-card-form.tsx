import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { CardFields, IdentityFields } from './card-fields.tsx';
import { type ClubText, cardOf, identityOf, textOf } from './club-fields.ts';
import classes from './club-form.module.css';
import { useClubChanged } from './clubs.api.ts';

interface Typed {
  text: ClubText;
  /** Of the card it starts from. */
  version: number;
}

/** Edits a club's card: all of it for the administrator, all but its name and mark for its pilots. */
export function ClubCardForm({ club }: { club: Club }) {
  const changed = useClubChanged(club.slug);
  const [kept, keep] = useKeptState<Typed>(`beffroi-club-${club.slug}`);
  const [said, setSaid] = useState(false);
  const { text, version } = kept ?? { text: textOf(club), version: club.version };
  const save = useMutation(
    api.clubs.edit.mutationOptions({
      onSuccess: (saved) => {
        keep(null);
        setSaid(true);
        changed(saved);
      },
    }),
  );
  const problem = save.error && problemOf(save.error);
  const current = problem?.status === 409 ? (problem.current as Club) : null;
  const errorAt = (field: string) => problem?.errors?.find(({ path }) => path.replace('identity.', '').split('.')[0] === field)?.message;
  const change = (part: Partial<ClubText>) => {
    setSaid(false);
    keep({ text: { ...text, ...part }, version });
  };
  const fields = { text, errorAt, change };
  const all = club.abilities['club.administer'];
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ slug: club.slug, version, ...cardOf(text), ...(all && { identity: identityOf(text) }) });
      }}
    >
      {current ? (
        <ConflictNotice
          title="Cette fiche a été modifiée entre-temps"
          lead={'Rien n’est perdu\u00a0: votre texte est conservé ici. Reprenez-le pour l’enregistrer à la place du texte actuel.'}
          acts={
            <Button
              onClick={() => {
                keep({ text, version: current.version });
                save.reset();
              }}
            >
              Reprendre ma version
            </Button>
          }
        />
      ) : (
        <FormError>{problem?.detail}</FormError>
      )}
      {all && <IdentityFields {...fields} />}
      <CardFields {...fields} />
      <div className={classes.acts}>
        <BusyButton type="submit" variant="filled" busy={save.isPending}>
          Enregistrer
        </BusyButton>
        {kept && (
          <Button
            variant="subtle"
            onClick={() => {
              keep(null);
              save.reset();
            }}
          >
            Annuler les changements
          </Button>
        )}
        <span role="status" className={classes.said}>
          {said && !kept && 'Fiche enregistrée.'}
        </span>
      </div>
    </form>
  );
}
