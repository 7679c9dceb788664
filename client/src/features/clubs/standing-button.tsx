import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { CLUB_STANDING_LABEL } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { offerUndo } from '../../ui/undo-notice.tsx';
import { useMembership } from './clubs.api.ts';
import classes from './standing-button.module.css';

interface StandingButtonProps {
  club: ClubCard;
  /** Shows where one stands beside what one may do. */
  withStanding?: boolean;
  /** One of many on the page: without colour. */
  quiet?: boolean;
}

/** Join, ask to join, leave or withdraw, as the server allows; leaving is undone for ten seconds, or asked once where one could not come back. */
export function StandingButton({ club, withStanding = false, quiet = false }: StandingButtonProps) {
  const { join, leave } = useMembership(club.slug);
  const [asking, setAsking] = useState(false);
  const { abilities } = club;
  const variant = quiet ? 'default' : 'filled';
  const input = { slug: club.slug };
  const problem = join.error ?? leave.error;
  const quit = () => {
    setAsking(false);
    leave.mutate(input, {
      onSuccess: () => {
        if (club.access === 'open') offerUndo({ message: `Vous avez quitté le club ${club.name}.`, undo: () => join.mutate(input) });
      },
    });
  };
  const withdrawing = club.standing === 'requested';
  if (asking)
    return (
      <fieldset className={classes.asking} aria-label={`Quitter le club ${club.name}`}>
        <span>Pour y revenir, il faudra le demander à nouveau.</span>
        <Button size="compact-md" color="brick" variant="filled" onClick={quit}>
          Quitter le club {club.name}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={() => setAsking(false)}>
          Rester
        </Button>
      </fieldset>
    );
  return (
    <div className={classes.standing}>
      {withStanding && club.standing !== 'none' && <Tag tone={withdrawing ? 'ochre' : 'green'}>{CLUB_STANDING_LABEL[club.standing]}</Tag>}
      {abilities['club.join'] && (
        <BusyButton
          variant={variant}
          busy={join.isPending}
          onClick={() => join.mutate(input)}
          aria-label={`Rejoindre le club ${club.name}`}
        >
          Rejoindre
        </BusyButton>
      )}
      {abilities['club.request'] && (
        <BusyButton
          variant={variant}
          busy={join.isPending}
          onClick={() => join.mutate(input)}
          aria-label={`Demander à rejoindre le club ${club.name}`}
        >
          Demander à rejoindre
        </BusyButton>
      )}
      {abilities['club.leave'] && (
        <BusyButton
          variant="subtle"
          size="compact-md"
          className={classes.leave}
          busy={leave.isPending}
          aria-label={withdrawing ? `Retirer ma demande pour le club ${club.name}` : `Quitter le club ${club.name}`}
          onClick={() => (club.access === 'open' || withdrawing ? quit() : setAsking(true))}
        >
          {withdrawing ? 'Retirer ma demande' : 'Quitter'}
        </BusyButton>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problemOf(problem).detail}
        </p>
      )}
    </div>
  );
}
