import type { AdministeredClub } from '@beffroi/shared/features/administration/administration.contract';
import { CLUB_ACCESS_LABEL } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { longDay } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';
import { clubPath, clubSettingsPath } from '../../lib/paths.ts';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './administration.module.css';

function Pilots({ club }: { club: AdministeredClub }) {
  if (club.pilots.length > 0) return <>Piloté par {club.pilots.map(personLabel).join(' ; ')}</>;
  return club.archivedAt ? null : <span className={classes.missing}>Sans pilote</span>;
}

/** Clubs with those who animate them, and the way to their card. */
export const AdministeredClubs = ({ label, clubs }: { label: string; clubs: AdministeredClub[] }) => (
  <ListCard label={label}>
    {clubs.map((club) => (
      <ListRow key={club.id}>
        <ClubMark mark={club.mark} hue={club.hue} size={34} />
        <div className={classes.club}>
          <h3>
            <Link className={classes.name} to={clubPath(club.slug)}>
              {club.name}
            </Link>
          </h3>
          <p className={classes.facts}>
            <Pilots club={club} />
          </p>
          <p className={classes.facts}>
            {CLUB_ACCESS_LABEL[club.access]} · {plural(club.memberCount, 'membre', 'membres')} ·{' '}
            {plural(club.threadCount, 'sujet', 'sujets')}
            {club.archivedAt ? (
              <> · archivé le {longDay(club.archivedAt)}</>
            ) : (
              club.lastActivityAt && (
                <>
                  {' · '}actif <RelativeTime inSentence at={club.lastActivityAt} />
                </>
              )
            )}
          </p>
        </div>
        <Button component={Link} to={clubSettingsPath(club.slug)} size="compact-md" aria-label={`Réglages du club ${club.name}`}>
          Réglages
        </Button>
      </ListRow>
    ))}
  </ListCard>
);
