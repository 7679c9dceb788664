import type { Pooled } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { today } from './calendar-words.ts';
import classes from './pool.module.css';
import { useAgreement } from './substitutes.api.ts';

interface ActsProps {
  slug: string;
  pooled: Pooled;
}

const grantingWords = ({ employer }: Pooled) =>
  employer ? { short: 'Donner l’accord', long: 'Donner l’accord' } : { short: 'Accepter', long: 'Accepter dans le vivier' };

interface AskedProps {
  name: string;
  busy: boolean;
  onCancel: () => void;
}

/** Until which day: the agreement ends by itself. */
function UntilDay({ name, label, busy, onCancel, onChoose }: AskedProps & { label: string; onChoose: (day: string) => void }) {
  const [until, setUntil] = useState('');
  return (
    <fieldset className={classes.asked} aria-label={`${label} : ${name}`}>
      <TextInput
        type="date"
        aria-label="Dernier jour de l’accord"
        min={today()}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <BusyButton size="compact-md" variant="filled" busy={busy} disabled={!until} onClick={() => onChoose(until)}>
        Jusqu’à ce jour
      </BusyButton>
      <Button size="compact-md" variant="subtle" onClick={onCancel}>
        Renoncer
      </Button>
    </fieldset>
  );
}

/** Asked once, naming what goes. */
function TakeBack({ name, busy, onCancel, onConfirm }: AskedProps & { onConfirm: () => void }) {
  return (
    <fieldset className={classes.asked} aria-label={`Retirer l’accord : ${name}`}>
      <span className={classes.question}>On ne lui proposera plus de remplacements. Ceux déjà réservés tiennent.</span>
      <BusyButton size="compact-md" variant="filled" color="brick" busy={busy} onClick={onConfirm}>
        Retirer l’accord
      </BusyButton>
      <Button size="compact-md" variant="subtle" onClick={onCancel}>
        Renoncer
      </Button>
    </fieldset>
  );
}

/** Agrees at a touch, without an end or until a day; takes back what was agreed. */
export function AgreementActs({ slug, pooled }: ActsProps) {
  const { name, personId, abilities } = pooled;
  const [asking, setAsking] = useState<'until' | 'withdraw' | null>(null);
  const announce = useAnnounce();
  const { agree, withdraw } = useAgreement(({ agreement }) => {
    setAsking(null);
    announce(`${name} : ${agreement.state === 'granted' ? 'accord donné' : 'accord retiré'}`);
  });
  const { short, long } = grantingWords(pooled);
  const problem = agree.error ?? withdraw.error;
  const asked = { name, busy: agree.isPending || withdraw.isPending, onCancel: () => setAsking(null) };
  const { 'substitute.agree': mayAgree, 'substitute.withdraw': mayWithdraw } = abilities;
  return (
    // Empty, it keeps the column of those who have something to press.
    <div className={classes.acts}>
      {asking === 'until' && <UntilDay {...asked} label={long} onChoose={(until) => agree.mutate({ slug, personId, until })} />}
      {asking === 'withdraw' && <TakeBack {...asked} onConfirm={() => withdraw.mutate({ slug, personId })} />}
      {!asking && mayWithdraw && (
        <Button size="compact-md" variant="subtle" onClick={() => setAsking('withdraw')} aria-label={`Retirer l’accord : ${name}`}>
          Retirer
        </Button>
      )}
      {!asking && mayAgree && !mayWithdraw && (
        <>
          <BusyButton
            size="compact-md"
            variant="filled"
            busy={agree.isPending}
            onClick={() => agree.mutate({ slug, personId })}
            aria-label={`${long} : ${name}`}
          >
            {short}
          </BusyButton>
          <Button size="compact-md" variant="subtle" onClick={() => setAsking('until')} aria-label={`${long} jusqu’à une date : ${name}`}>
            jusqu’à une date…
          </Button>
        </>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problemOf(problem).errors?.[0]?.message ?? problemOf(problem).detail}
        </p>
      )}
    </div>
  );
}
