import { ofPerson } from '@beffroi/shared/core/french-of';
import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import { typeset } from '../../editor/french-typography.ts';
import { hitPath } from '../../lib/paths.ts';
import { StatusTag } from '../../lib/status-tag.tsx';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Highlighted } from './highlighted.tsx';
import classes from './search.module.css';

const BY: Record<SearchHit['kind'], (author: string) => string> = {
  thread: (author) => author,
  reply: (author) => `Réponse ${ofPerson(author)}`,
  fiche: (author) => `Fiche faite par ${author}`,
  template: (author) => `Modèle, dernière main\u00a0: ${author}`,
};

/** What is no discussion has no state: it says what it is. */
const whatOf = ({ kind, status }: SearchHit): string | null => {
  if (kind === 'template') return status === 'resolved' ? 'Modèle validé' : 'Modèle';
  return kind === 'fiche' ? 'Fiche' : null;
};

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
        <RowLink to={hitPath(hit)}>
          <Highlighted text={hit.title} ranges={hit.highlights.title} />
        </RowLink>
      </h3>
      {hit.article && <p className={classes.article}>{typeset(hit.article.name)}</p>}
      {hit.excerpt && (
        <p className={classes.excerpt}>
          <Highlighted text={hit.excerpt} ranges={hit.highlights.excerpt} />
        </p>
      )}
      <p className={classes.facts}>
        {BY[hit.kind](personLabel(hit.author))}
        {'\u00a0· '}
        {club ? `${club.name}\u00a0· ` : ''}
        <RelativeTime at={hit.at} />
      </p>
    </div>
    <span className={classes.status}>{whatOf(hit) ? <Tag tone="green">{whatOf(hit)}</Tag> : <StatusTag status={hit.status} />}</span>
  </ListRow>
);
