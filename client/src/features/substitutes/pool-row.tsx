import type { Pooled } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { AGREEMENT_LABEL } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../lib/api.ts';
import { calendarDay } from '../../lib/french-dates.ts';
import { personPath } from '../../lib/paths.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { hoursInWords, today } from './calendar-words.ts';
import classes from './pool.module.css';
import { agreementTone, diplomasInWords, metiersInWords } from './profile-words.ts';
import { useAgreement } from './substitutes.api.ts';

interface ActsProps {
  slug: string;
  pooled: Pooled;
}

/** Agrees at a touch, without an end or until a day; takes back after asking once, naming what goes. */
function AgreementActs({ slug, pooled }: ActsProps) {
  const { name, personId, abilities, employer } = pooled;
  const [asking, setAsking] = useState<'until' | 'withdraw' | null>(null);
  const [until, setUntil] = useState('');
  const announce = useAnnounce();
  const { agree, withdraw } = useAgreement(({ agreement }) => {
    setAsking(null);
    announce(`${name} : ${agreement.state === 'granted' ? 'accord donné' : 'accord retiré'}`);
  });
  const verb = employer ? 'Donner l’accord' : 'Accepter dans le vivier';
  const problem = agree.error ?? withdraw.error;
  const error = problem && (problemOf(problem).errors?.[0]?.message ?? problemOf(problem).detail);
  if (!abilities['substitute.agree'] && !abilities['substitute.withdraw']) return null;
  if (asking)
    return (
      <fieldset className={classes.acts} aria-label={`${asking === 'until' ? verb : 'Retirer l’accord'} : ${name}`}>
        {asking === 'until' ? (
          <TextInput
            type="date"
            size="xs"
            aria-label="Dernier jour de l’accord"
            min={today()}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        ) : (
          <span className={classes.question}>On ne lui proposera plus de remplacements. Ceux déjà réservés tiennent.</span>
        )}
        <BusyButton
          size="compact-md"
          variant="filled"
          color={asking === 'until' ? 'blue' : 'brick'}
          busy={agree.isPending || withdraw.isPending}
          disabled={asking === 'until' && !until}
          onClick={() => (asking === 'until' ? agree.mutate({ slug, personId, until }) : withdraw.mutate({ slug, personId }))}
        >
          {asking === 'until' ? 'Jusqu’à ce jour' : 'Retirer l’accord'}
        </BusyButton>
        <Button size="compact-md" variant="subtle" onClick={() => setAsking(null)}>
          Renoncer
        </Button>
        {error && (
          <p role="alert" className={classes.problem}>
            {error}
          </p>
        )}
      </fieldset>
    );
  return (
    <div className={classes.acts}>
      {abilities['substitute.withdraw'] ? (
        <Button size="compact-md" variant="subtle" onClick={() => setAsking('withdraw')} aria-label={`Retirer l’accord : ${name}`}>
          Retirer
        </Button>
      ) : (
        <>
          <BusyButton
            size="compact-md"
            variant="filled"
            busy={agree.isPending}
            onClick={() => agree.mutate({ slug, personId })}
            aria-label={`${verb} : ${name}`}
          >
            {employer ? 'Donner l’accord' : 'Accepter'}
          </BusyButton>
          <Button size="compact-md" variant="subtle" onClick={() => setAsking('until')} aria-label={`${verb} jusqu’à une date : ${name}`}>
            jusqu’à une date…
          </Button>
        </>
      )}
      {error && (
        <p role="alert" className={classes.problem}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A person of the pool as her commune's HR, or any for those from outside, looks at her. */
export function PoolRow({ slug, pooled }: ActsProps) {
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
          {' · à jour '}
          <RelativeTime at={changedAt} />
        </p>
      </div>
      {stale && <Tag tone="neutral">Plus de six mois</Tag>}
      <div className={classes.state}>
        <Tag tone={agreementTone(agreement)}>{AGREEMENT_LABEL[employer ? 'agent' : 'outsider'][agreement.state]}</Tag>
        {agreement.until && <span className={classes.facts}>jusqu’au {calendarDay(agreement.until)}</span>}
        {!employer && agreement.commune && <span className={classes.facts}>par {agreement.commune.name}</span>}
      </div>
      <AgreementActs slug={slug} pooled={pooled} />
    </ListRow>
  );
}
