import { ADDED_MEMBERS_MAX } from '@beffroi/shared/features/clubs/club-admin.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './club-form.module.css';
import { PersonPicker, type Picked } from './person-picker.tsx';

/** Brings people of the directory into the club by naming them; they are told. */
export function AddMembers({ slug }: { slug: string }) {
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<Picked[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const add = useMutation(
    api.clubs.addMembers.mutationOptions({
      onSuccess: ({ added }) => {
        setSaid(added > 0 ? `${plural(added, 'membre de plus', 'membres de plus')}.` : 'Déjà membres du club.');
        setChosen([]);
        void cache.invalidateQueries({ queryKey: api.clubs.key() });
      },
    }),
  );
  const problem = add.error && problemOf(add.error);
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) add.mutate({ slug, role: 'member', personIds: chosen.map(({ id }) => id) });
      }}
    >
      <PersonPicker
        label="Faire entrer des agents"
        description="Des personnes de l’annuaire&nbsp;; elles sont membres aussitôt, et prévenues."
        value={chosen}
        max={ADDED_MEMBERS_MAX}
        error={problem ? (problem.errors?.[0]?.message ?? problem.detail) : undefined}
        onChange={(next) => {
          setSaid(null);
          setChosen(next);
        }}
      />
      <div className={classes.acts}>
        <BusyButton type="submit" busy={add.isPending} disabled={chosen.length === 0}>
          Faire entrer dans le club
        </BusyButton>
        <span role="status" className={classes.said}>
          {said}
        </span>
      </div>
    </form>
  );
}
