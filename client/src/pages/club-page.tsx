import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { Button, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { StatusFilter, useStatusFilter } from '../features/forum/status-filter.tsx';
import { ThreadList } from '../features/forum/thread-list.tsx';
import { askPath } from '../lib/paths.ts';
import { EmptyState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

function NoQuestion({ club }: { club: Club }) {
  const example = club.firstWorks[0];
  return (
    <EmptyState
      title="Aucune question pour l’instant"
      text={
        <>
          Ce qui vous a pris une heure a sans doute été résolu dans une autre commune : demandez-le ici.
          {example && <> Un premier sujet du club : {example}.</>}
        </>
      }
      action={
        club.abilities['thread.create'] && (
          <Button component={Link} to={askPath({ club: club.slug })} variant="filled">
            Poser la première question
          </Button>
        )
      }
    />
  );
}

function ClosedClub({ club }: { club: Club }) {
  return club.standing === 'requested' ? (
    <EmptyState
      title="Votre demande est envoyée"
      text="Un pilote du club l’examine ; les questions s’ouvriront ici dès qu’elle sera acceptée."
    />
  ) : (
    <EmptyState
      title="Les échanges de ce club sont réservés à ses membres"
      text="Demandez à le rejoindre : un pilote examine votre demande. Sa présentation dit à qui il s’adresse et comment il travaille."
    />
  );
}

/** A club's home: its questions. */
export function ClubPage() {
  const status = useStatusFilter();
  return (
    <ClubFrame>
      {(club) => (
        <>
          <VisuallyHidden component="h2">Questions</VisuallyHidden>
          {club.abilities['club.read'] ? (
            <>
              <StatusFilter />
              <ThreadList key={`${club.slug} ${status ?? ''}`} slug={club.slug} status={status} empty={<NoQuestion club={club} />} />
            </>
          ) : (
            <ClosedClub club={club} />
          )}
        </>
      )}
    </ClubFrame>
  );
}
