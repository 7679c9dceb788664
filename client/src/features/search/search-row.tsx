import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import { Link } from 'react-router';
import { threadPath } from '../../lib/paths.ts';
import { StatusTag } from '../../lib/status-tag.tsx';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Highlighted } from './highlighted.tsx';
import classes from './search.module.css';

/** One thing found: where the words stand, who wrote it, in which club. */
export const SearchRow = ({ hit, club }: { hit: SearchHit; club: ClubCard | undefined }) => (
  <ListRow>
    {club && (
      <span className={classes.mark}>
        <ClubMark mark={club.mark} hue={club.hue} />
      </span>
    )}
    <div className={classes.found}>
      <h3>
        <Link to={threadPath(hit.clubSlug, hit.threadId, hit.number)} className={classes.link}>
          <Highlighted text={hit.title} ranges={hit.highlights.title} />
        </Link>
      </h3>
      {hit.excerpt && (
        <p className={classes.excerpt}>
          <Highlighted text={hit.excerpt} ranges={hit.highlights.excerpt} />
        </p>
      )}
      <p className={classes.facts}>
        {hit.kind === 'reply' ? 'Réponse de ' : ''}
        {personLabel(hit.author)}
        {'\u00a0· '}
        {club ? `${club.name}\u00a0· ` : ''}
        <RelativeTime at={hit.at} />
      </p>
    </div>
    <span className={classes.status}>
      <StatusTag status={hit.status} />
    </span>
  </ListRow>
);
