import type { Invitation } from '@beffroi/shared/features/invitations/invitations.contract';
import { CLUB_ROLE_LABEL, COMMUNE_ROLE_LABEL, SUBSTITUTE_LABEL } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useNow } from '../../lib/clock.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { pendingOptions, useInvitedAgain } from './invitations.api.ts';
import classes from './invitations.module.css';
import type { Place } from './place.ts';

const ROLE_LABEL: Record<string, string> = { ...COMMUNE_ROLE_LABEL, ...CLUB_ROLE_LABEL, substitute: SUBSTITUTE_LABEL };

/** « Anzin (référent), club Juridique (membre) ». */
export const grantWords = (grants: Invitation['grants']): string =>
  grants
    .map(({ scope, name, role }) => {
      const label = role === 'agent' ? '' : ` (${(ROLE_LABEL[role] ?? role).toLocaleLowerCase('fr-FR')})`;
      return `${scope === 'club' ? 'club ' : ''}${name}${label}`;
    })
    .join(', ');

/** Where the invitation stands, when there is something to know. */
const StateTag = ({ invitation: { mail, expiresAt, abandoned } }: { invitation: Invitation }) => {
  const now = useNow();
  if (abandoned) return <Tag tone="ochre">À renvoyer</Tag>;
  if (Date.parse(expiresAt) < now) return <Tag tone="ochre">Lien expiré</Tag>;
  if (mail === 'failed') return <Tag tone="brick">Courriel refusé</Tag>;
  return mail === 'waiting' ? <Tag>Envoi en cours</Tag> : null;
};

function PendingRow({ invitation }: { invitation: Invitation }) {
  const { id, email, name, grants, at, invitedBy, abandoned } = invitation;
  const again = useInvitedAgain();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const resend = useMutation(
    api.invitations.resend.mutationOptions({
      onSuccess: () => {
        announce(`Nouveau lien envoyé à ${email}`);
        again();
      },
    }),
  );
  const revoke = useMutation(
    api.invitations.revoke.mutationOptions({
      onSuccess: () => {
        announce(`Invitation de ${email} retirée`);
        again();
      },
    }),
  );
  const problem = resend.error ?? revoke.error;
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>{name}</h3>
        <p className={classes.facts}>
          {email} · {grantWords(grants)}
        </p>
        <p className={classes.facts}>
          par {invitedBy} · <RelativeTime at={at} />
        </p>
        {abandoned && (
          <p className={classes.facts}>
            Qui l’a envoyée n’invite plus ici : le lien n’ouvre rien tant que l’invitation n’est pas renvoyée.
          </p>
        )}
        {problem && (
          <p role="alert" className={classes.problem}>
            {problemOf(problem).detail}
          </p>
        )}
      </div>
      <StateTag invitation={invitation} />
      {invitation.abilities['invitation.manage'] &&
        (asking ? (
          <fieldset className={classes.acts} aria-label={`Retirer l’invitation de ${name}`}>
            <BusyButton color="brick" variant="filled" size="compact-md" busy={revoke.isPending} onClick={() => revoke.mutate({ id })}>
              Retirer l’invitation
            </BusyButton>
            <Button variant="subtle" size="compact-md" onClick={() => setAsking(false)}>
              Garder
            </Button>
          </fieldset>
        ) : (
          <div className={classes.acts}>
            <BusyButton size="compact-md" busy={resend.isPending} onClick={() => resend.mutate({ id })} aria-label={`Renvoyer à ${name}`}>
              Renvoyer
            </BusyButton>
            <Button variant="subtle" size="compact-md" onClick={() => setAsking(true)} aria-label={`Retirer ${name}`}>
              Retirer
            </Button>
          </div>
        ))}
    </ListRow>
  );
}

interface PendingListProps {
  place?: Place;
  /** Where nobody is waited for. */
  empty?: ReactNode;
}

/** Who was invited to a place, or anywhere, and has not come yet. */
export const PendingList = ({ place, empty = <p className={classes.facts}>Personne n’est attendu.</p> }: PendingListProps) => {
  const query = useInfiniteQuery(pendingOptions(place));
  if (query.isPending) return <ListSkeleton rows={2} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const invitations = query.data.pages.flatMap(({ items }) => items);
  if (invitations.length === 0) return empty;
  return (
    <>
      <ListCard label="Invitations en attente">
        {invitations.map((invitation) => (
          <PendingRow key={invitation.id} invitation={invitation} />
        ))}
      </ListCard>
      <LoadMore query={query} manual />
    </>
  );
};
