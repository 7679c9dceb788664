import type { Member } from '@beffroi/shared/features/clubs/clubs.contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import classes from './club-form.module.css';

/** Takes one member out of the club, asked once. */
export function RemoveMember({ slug, person }: { slug: string; person: Member['person'] }) {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const label = personLabel(person);
  const remove = useMutation(
    api.clubs.removeMember.mutationOptions({
      onSuccess: () => {
        announce(`${label} n’est plus membre du club`);
        void cache.invalidateQueries({ queryKey: api.clubs.key() });
      },
    }),
  );
  if (!asking)
    return (
      <Button variant="subtle" size="compact-md" aria-label={`Retirer ${label} du club`} onClick={() => setAsking(true)}>
        Retirer
      </Button>
    );
  return (
    <fieldset className={classes.acts} style={{ margin: 0, padding: 0, border: 0 }} aria-label={`Retirer ${label} du club`}>
      <BusyButton
        autoFocus
        color="brick"
        variant="filled"
        size="compact-md"
        busy={remove.isPending}
        onClick={() => remove.mutate({ slug, personId: person.id })}
      >
        Retirer du club
      </BusyButton>
      <Button variant="subtle" size="compact-md" onClick={() => setAsking(false)}>
        Garder
      </Button>
      {remove.error && (
        <p role="alert" className={classes.problem}>
          {problemOf(remove.error).detail}
        </p>
      )}
    </fieldset>
  );
}
