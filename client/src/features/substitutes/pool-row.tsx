import type { Pooled } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { AGREEMENT_LABEL } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { Link } from 'react-router';
import { calendarDay } from '../../lib/french-dates.ts';
import { personPath } from '../../lib/paths.ts';
import { ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AgreementActs } from './agreement-acts.tsx';
import { hoursInWords } from './calendar-words.ts';
import classes from './pool.module.css';
import { agreementTone, diplomasInWords, metiersInWords } from './profile-words.ts';

interface PoolRowProps {
  slug: string;
  pooled: Pooled;
}

/** A person of the pool as her commune's HR, or any for those from outside, looks at her. */
export function PoolRow({ slug, pooled }: PoolRowProps) {
  const { personId, name, employer, home, metiers, diplomas, agreement, minutesThisYear, changedAt, stale } = pooled;
  return (
    <ListRow>
      <PersonAvatar person={{ id: personId, name, commune: employer ?? home }} />
      <div className={classes.words}>
        <h3>{employer ? <Link to={personPath(personId)}>{name}</Link> : name}</h3>
        <p>
          {metiersInWords(metiers)}
          {diplomas.length > 0 && <span className={classes.facts}> · {diplomasInWords(diplomas)}</span>}
        </p>
        <p className={classes.facts}>
          {hoursInWords(minutesThisYear)} cette année
          {home && ` · ${home.name}`}
          {' · mis à jour '}
          <RelativeTime inSentence at={changedAt} />
        </p>
      </div>
      <div className={classes.state}>
        {stale && <Tag>Plus de six mois sans nouvelles</Tag>}
        <Tag tone={agreementTone(agreement)}>{AGREEMENT_LABEL[employer ? 'agent' : 'outsider'][agreement.state]}</Tag>
        {agreement.until && <span className={classes.facts}>jusqu’au {calendarDay(agreement.until)}</span>}
        {!employer && agreement.commune && <span className={classes.facts}>par {agreement.commune.name}</span>}
      </div>
      <AgreementActs slug={slug} pooled={pooled} />
    </ListRow>
  );
}
