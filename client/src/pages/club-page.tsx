import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import type { ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { Box, Button, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { ReadClub } from '../features/attention/read-club.tsx';
import { cameSince, SinceVisit } from '../features/attention/since-visit.tsx';
import { FilterBar } from '../features/forum/filter-bar.tsx';
import { KIND_WORDS } from '../features/forum/kind-words.ts';
import { filterQuery, useThreadFilters } from '../features/forum/thread-filters.ts';
import { ThreadList } from '../features/forum/thread-list.tsx';
import { askPath } from '../lib/paths.ts';
import { EmptyState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

function NoThread({ club, kind = 'question' }: { club: Club; kind: ThreadKind | undefined }) {
  const example = kind === 'question' && club.firstWorks[0];
  const { title, text, first } = KIND_WORDS[kind].none;
  const mayWrite = club.abilities[kind === 'announcement' ? 'thread.announce' : 'thread.create'];
  return (
    <EmptyState
      title={title}
      text={
        <>
          {text}
          {example && <> Un premier sujet du club : {example}.</>}
        </>
      }
      action={
        mayWrite && (
          <Button component={Link} to={askPath({ club: club.slug, kind })} variant="filled">
            {first}
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
      text="Un pilote du club l’examine&nbsp;; les questions s’ouvriront ici dès qu’elle sera acceptée."
    />
  ) : (
    <EmptyState
      title="Les échanges de ce club sont réservés à ses membres"
      text="Demandez à le rejoindre&nbsp;: un pilote examine votre demande. Sa présentation dit à qui il s’adresse et comment il travaille."
    />
  );
}

/** A club's home: its threads. */
export function ClubPage() {
  const filters = useThreadFilters();
  const navigate = useNavigate();
  return (
    <ClubFrame>
      {(club, visit) => (
        <>
          <VisuallyHidden component="h2">Sujets</VisuallyHidden>
          {club.abilities['club.read'] ? (
            <>
              {visit && (
                <SinceVisit
                  visit={visit}
                  active={Boolean(filters.since)}
                  onToggle={(on) =>
                    navigate(filterQuery({ ...filters, since: on ? (visit.since ?? undefined) : undefined }), { preventScrollReset: true })
                  }
                >
                  <ReadClub slug={club.slug} name={club.name} />
                </SinceVisit>
              )}
              <FilterBar slug={club.slug} filters={filters} />
              <ThreadList
                key={`${club.slug} ${filterQuery(filters)}`}
                slug={club.slug}
                filters={filters}
                empty={<NoThread club={club} kind={filters.kind} />}
              />
              {visit && !cameSince(visit) && (
                <Box mt={18}>
                  <ReadClub slug={club.slug} name={club.name} />
                </Box>
              )}
            </>
          ) : (
            <ClosedClub club={club} />
          )}
        </>
      )}
    </ClubFrame>
  );
}
