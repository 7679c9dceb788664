import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { personPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './club-aside.module.css';

/** Who animates the club, when and where it meets. */
export function ClubAside({ club }: { club: Club }) {
  return (
    <>
      {club.pilots.length > 0 && (
        <Section title={club.pilots.length > 1 ? 'Pilotes' : 'Pilote'}>
          <ListCard>
            {club.pilots.map((person) => (
              <ListRow key={person.id}>
                <PersonAvatar person={person} />
                <Link className={classes.person} to={personPath(person.id)}>
                  {personLabel(person)}
                </Link>
              </ListRow>
            ))}
          </ListCard>
        </Section>
      )}
      {(club.rhythm || club.place) && (
        <Section title="Rencontres">
          <dl className={classes.facts}>
            {club.rhythm && (
              <>
                <dt>Rythme</dt>
                <dd>{typeset(club.rhythm)}</dd>
              </>
            )}
            {club.place && (
              <>
                <dt>Lieu</dt>
                <dd>{typeset(club.place)}</dd>
              </>
            )}
          </dl>
        </Section>
      )}
    </>
  );
}
