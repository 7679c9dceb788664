import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { CLUB_ACCESS_LABEL } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { typeset } from '../../editor/french-typography.ts';
import { plural } from '../../lib/french-text.ts';
import { clubPath } from '../../lib/paths.ts';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import classes from './club-row.module.css';
import { StandingButton } from './standing-button.tsx';

/** One club of the list: what it is for, how one enters it, and the one thing to do. */
export function ClubRow({ club }: { club: ClubCard }) {
  const inside = club.standing === 'member' || club.standing === 'pilot' || club.standing === 'guest';
  return (
    <ListRow>
      <span className={classes.mark}>
        <ClubMark mark={club.mark} hue={club.hue} size={34} />
      </span>
      <div className={classes.words}>
        <h3>
          <RowLink to={clubPath(club.slug)}>{club.name}</RowLink>
        </h3>
        <p className={classes.summary}>{typeset(club.summary)}</p>
        <p className={classes.facts}>
          {CLUB_ACCESS_LABEL[club.access]} · {plural(club.memberCount, 'membre', 'membres')} · {plural(club.threadCount, 'sujet', 'sujets')}
          {club.lastActivityAt && (
            <>
              {' · '}actif <RelativeTime inSentence at={club.lastActivityAt} />
            </>
          )}
        </p>
      </div>
      {!inside && (
        <div className={classes.act}>
          <StandingButton club={club} withStanding quiet />
        </div>
      )}
    </ListRow>
  );
}
