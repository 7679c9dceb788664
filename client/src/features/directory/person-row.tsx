import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import { personPath } from '../../lib/paths.ts';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import classes from './directory.module.css';
import { personFacts } from './person-facts.ts';

const EXPERTISE_SHOWN = 3;

interface PersonRowProps {
  person: PersonCard;
  /** To draw the marks of the clubs the person belongs to. */
  clubs: readonly ClubCard[];
}

/** One person: who, where, on what one may ask, and the clubs they animate or belong to. */
export const PersonRow = ({ person, clubs }: PersonRowProps) => {
  const own = person.clubs.flatMap(({ slug, pilot }) => {
    const club = clubs.find((candidate) => candidate.slug === slug);
    return club ? [{ ...club, pilot }] : [];
  });
  const piloted = own.filter(({ pilot }) => pilot);
  return (
    <ListRow>
      <PersonAvatar person={{ ...person, commune: person.communes[0] ?? null }} size={38} />
      <div className={classes.who}>
        <h3>
          <RowLink to={personPath(person.id)}>{person.name}</RowLink>
        </h3>
        <p className={classes.facts}>
          {[
            personFacts(person) && <b key="place">{personFacts(person)}</b>,
            piloted.length > 0 && (
              <b key="pilot" className={classes.pilot}>
                Pilote {piloted.map(({ name }) => name).join(', ')}
              </b>
            ),
            person.expertise.length > 0 && <span key="expertise">{person.expertise.slice(0, EXPERTISE_SHOWN).join(', ')}</span>,
          ].filter(Boolean)}
        </p>
      </div>
      {own.length > 0 && (
        <span className={classes.marks} role="img" aria-label={`Clubs : ${own.map(({ name }) => name).join(', ')}`}>
          {own.map(({ slug, mark, hue }) => (
            <ClubMark key={slug} mark={mark} hue={hue} size={22} />
          ))}
        </span>
      )}
    </ListRow>
  );
};
