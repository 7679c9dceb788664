import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { personPath } from '../../lib/paths.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import classes from './club-form.module.css';
import { useClubChanged } from './clubs.api.ts';
import { PersonPicker, type Picked } from './person-picker.tsx';

/** Who animates the club: the administrator names and removes them, one by one. */
export function PilotSettings({ club }: { club: Club }) {
  const { slug } = club;
  const changed = useClubChanged(slug);
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<Picked[]>([]);
  const add = useMutation(
    api.clubs.addPilot.mutationOptions({
      onSuccess: (saved) => {
        announce(`${chosen[0]?.name} est pilote du club`);
        setChosen([]);
        changed(saved);
      },
    }),
  );
  const remove = useMutation(api.clubs.removePilot.mutationOptions({ onSuccess: changed }));
  const problem = add.error ?? remove.error;
  const [first] = chosen;
  return (
    <div className={classes.stack}>
      {club.pilots.length > 0 ? (
        <ListCard label="Pilotes du club">
          {club.pilots.map((person) => (
            <ListRow key={person.id}>
              <PersonAvatar person={person} />
              <div className={classes.words}>
                <Link to={personPath(person.id)}>{personLabel(person)}</Link>
              </div>
              <BusyButton
                variant="subtle"
                size="compact-md"
                busy={remove.isPending && remove.variables.personId === person.id}
                aria-label={`Retirer ${personLabel(person)} des pilotes`}
                onClick={() => remove.mutate({ slug, personId: person.id })}
              >
                Retirer
              </BusyButton>
            </ListRow>
          ))}
        </ListCard>
      ) : (
        <p className={classes.facts}>Ce club n’a pas de pilote&nbsp;: demandes et signalements vous reviennent.</p>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problemOf(problem).detail}
        </p>
      )}
      {!club.archivedAt && (
        <div className={classes.panel}>
          <PersonPicker label="Nommer un pilote" value={chosen} max={1} onChange={setChosen} />
          <BusyButton busy={add.isPending} disabled={!first} onClick={() => first && add.mutate({ slug, personId: first.id })}>
            Nommer pilote
          </BusyButton>
        </div>
      )}
    </div>
  );
}
